-- What the kitchen of a collège must know of a pupil's health (projet d’accueil individualisé), and nobody else.

CREATE TABLE canteen_health_plan (
  pupil_id    UUID         NOT NULL PRIMARY KEY,
  pupil_name  VARCHAR(160) NOT NULL,
  class_name  VARCHAR(80)  NOT NULL,
  allergens   VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'with commas',
  instruction VARCHAR(400) NOT NULL,
  own_meal    BOOLEAN      NOT NULL COMMENT 'the family brings the meal (panier-repas)',
  first_day   DATE         NOT NULL,
  last_day    DATE         NOT NULL,
  version     INT          NOT NULL,
  changed_by  VARCHAR(160) NOT NULL,
  changed_at  DATETIME(6)  NOT NULL,
  KEY canteen_health_plan_days (last_day)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
