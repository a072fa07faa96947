-- At the place that runs the canteen: what the lines of its collèges have told. Days are those of Paris.

CREATE TABLE canteen_service (
  college_uai CHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  day         DATE    NOT NULL,
  PRIMARY KEY (college_uai, day),
  KEY canteen_service_day (day)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci COMMENT 'the line has run: whoever it did not serve has not eaten';

CREATE TABLE canteen_served (
  pupil_id    UUID         NOT NULL,
  day         DATE         NOT NULL,
  college_uai CHAR(8)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  pupil_name  VARCHAR(160) NOT NULL,
  class_name  VARCHAR(80)  NOT NULL,
  PRIMARY KEY (pupil_id, day),
  KEY canteen_served_day (day)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
