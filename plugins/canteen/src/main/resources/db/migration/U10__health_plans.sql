DROP TABLE canteen_health_plan;
