DROP TABLE canteen_identity;

DROP TABLE canteen_application_child;

DROP TABLE canteen_application;
