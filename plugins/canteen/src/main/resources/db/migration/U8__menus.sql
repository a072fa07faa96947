DROP TABLE canteen_dish;
DROP TABLE canteen_menu_week;
