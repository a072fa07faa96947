-- Which meals of those that were registered are not taken. Days are those of Paris.

-- At the place that runs the canteen: what families and schools have changed.
CREATE TABLE canteen_meal_change (
  child_id   UUID         NOT NULL COMMENT 'of an application',
  day        DATE         NOT NULL,
  kind       VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reason     VARCHAR(160) NOT NULL COMMENT 'why the school has freed it, empty where the family has',
  in_time    BOOLEAN      NOT NULL COMMENT 'before the cut-off: the kitchen did not count on it',
  changed_by VARCHAR(160) NOT NULL,
  changed_at DATETIME(6)  NOT NULL,
  PRIMARY KEY (child_id, day),
  KEY canteen_meal_change_day (day)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- At the collège: who eats there, for its kitchen and its line.
CREATE TABLE canteen_diner (
  id         UUID         NOT NULL PRIMARY KEY COMMENT 'the child in its application',
  pupil_id   UUID         NOT NULL,
  pupil_name VARCHAR(160) NOT NULL,
  class_name VARCHAR(80)  NOT NULL,
  weekdays   VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'numbers of ISO 8601, with commas',
  first_day  DATE         NOT NULL,
  last_day   DATE         NOT NULL,
  KEY canteen_diner_days (first_day, last_day),
  KEY canteen_diner_pupil (pupil_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

CREATE TABLE canteen_diner_change (
  diner_id UUID         NOT NULL,
  day      DATE         NOT NULL,
  kind     VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  in_time  BOOLEAN      NOT NULL,
  PRIMARY KEY (diner_id, day),
  KEY canteen_diner_change_day (day)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- What the collège's staff enters of pupils who are away at noon, until school life knows it.
CREATE TABLE canteen_away (
  id         UUID         NOT NULL PRIMARY KEY COMMENT 'the hidden key of the form',
  who        VARCHAR(160) NOT NULL COMMENT 'a class or pupils, as people say it',
  pupils     TEXT         CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'with commas',
  reason     VARCHAR(160) NOT NULL,
  first_day  DATE         NOT NULL,
  last_day   DATE         NOT NULL,
  entered_by VARCHAR(160) NOT NULL,
  entered_at DATETIME(6)  NOT NULL,
  KEY canteen_away_days (last_day, first_day)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
