DROP TABLE canteen_away;

DROP TABLE canteen_diner_change;

DROP TABLE canteen_diner;

DROP TABLE canteen_meal_change;
