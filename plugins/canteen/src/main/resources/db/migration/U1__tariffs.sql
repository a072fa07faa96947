DROP TABLE canteen_tariff_band;

DROP TABLE canteen_tariff;
