DROP TABLE canteen_tariff_band;

DROP TABLE canteen_tariff;

DROP TABLE canteen_rules;
