-- What the kitchen of a collège serves. Days are those of Paris.

CREATE TABLE canteen_menu_week (
  monday       DATE         NOT NULL PRIMARY KEY,
  published_at DATETIME(6)  NULL COMMENT 'null as long as only the kitchen sees it',
  changed_at   DATETIME(6)  NOT NULL COMMENT 'of the week or of one of its dishes',
  changed_by   VARCHAR(160) NOT NULL
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

CREATE TABLE canteen_dish (
  id         UUID         NOT NULL PRIMARY KEY COMMENT 'the hidden key of the form',
  monday     DATE         NOT NULL,
  day        DATE         NOT NULL,
  course     VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL CHECK (course IN ('STARTER', 'MAIN', 'SIDE', 'DAIRY', 'DESSERT')),
  name       VARCHAR(120) NOT NULL,
  known      BOOLEAN      NOT NULL COMMENT 'whether somebody has looked which allergens are in it',
  allergens  VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'with commas',
  labels     VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'with commas',
  vegetarian BOOLEAN      NOT NULL,
  version    INT          NOT NULL,
  KEY canteen_dish_week (monday, day, course),
  FOREIGN KEY (monday) REFERENCES canteen_menu_week (monday)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
