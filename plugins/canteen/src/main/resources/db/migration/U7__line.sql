DROP TABLE canteen_line_told;

DROP TABLE canteen_line_aside;

DROP TABLE canteen_line_entry;

DROP TABLE canteen_line_device;

DROP TABLE canteen_line_day;

DROP TABLE canteen_badge;
