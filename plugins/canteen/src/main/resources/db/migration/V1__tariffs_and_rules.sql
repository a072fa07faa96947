-- What a meal costs, by the decision that fixes it. Money is integer euro cents, days are those of Paris.

CREATE TABLE canteen_tariff (
  id         UUID         NOT NULL PRIMARY KEY COMMENT 'the hidden key of the form that began it',
  decision   VARCHAR(160) NOT NULL,
  valid_from DATE         NOT NULL COMMENT 'until the day before the next one',
  passager   INT          NOT NULL COMMENT 'of a meal without registration' CHECK (passager >= 0),
  guest      INT          NOT NULL COMMENT 'of guests and staff' CHECK (guest >= 0),
  version    INT          NOT NULL DEFAULT 0,
  UNIQUE KEY canteen_tariff_from (valid_from)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

CREATE TABLE canteen_tariff_band (
  tariff_id  UUID NOT NULL,
  place      INT  NOT NULL CHECK (place BETWEEN 1 AND 6),
  from_cents INT  NOT NULL COMMENT 'the lowest quotient in it' CHECK (from_cents >= 0),
  to_cents   INT  NULL COMMENT 'the highest one; null in the last band',
  price      INT  NOT NULL CHECK (price >= 0),
  PRIMARY KEY (tariff_id, place),
  FOREIGN KEY (tariff_id) REFERENCES canteen_tariff (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- By what rules a canteen runs in a school year. Days are those of Paris.
CREATE TABLE canteen_rules (
  school_year    INT         NOT NULL PRIMARY KEY COMMENT 'the civil year in which it begins',
  campaign_from  DATE        NOT NULL COMMENT 'families register from here',
  campaign_until DATE        NOT NULL,
  days_until     DATE        NOT NULL COMMENT 'until when days of presence change freely',
  weekdays       VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'numbers of ISO 8601, with commas',
  cutoff_days    INT         NOT NULL COMMENT 'days of school before a meal' CHECK (cutoff_days BETWEEN 0 AND 10),
  cutoff_minute  INT         NOT NULL COMMENT 'of that day' CHECK (cutoff_minute BETWEEN 0 AND 1439),
  term_1_end     DATE        NOT NULL,
  term_2_end     DATE        NOT NULL,
  term_3_end     DATE        NOT NULL,
  notice_weeks   INT         NOT NULL COMMENT 'before the end of a term, to change the régime',
  changes        INT         NOT NULL COMMENT 'of régime in a school year',
  version        INT         NOT NULL DEFAULT 0
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
