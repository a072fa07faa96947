DROP TABLE canteen_served;
DROP TABLE canteen_service;
