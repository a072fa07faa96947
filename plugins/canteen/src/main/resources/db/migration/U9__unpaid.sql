DROP TABLE canteen_aid;
DROP TABLE canteen_unpaid;
