-- What meals cost whom. Money is integer euro cents, days are those of Paris.

CREATE TABLE canteen_billing_run (
  id         UUID         NOT NULL PRIMARY KEY COMMENT 'the hidden key of the form',
  first_day  DATE         NOT NULL,
  last_day   DATE         NOT NULL,
  due        DATE         NOT NULL,
  regie      CHAR(6)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the number of its contract',
  state      VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL CHECK (state IN ('PREPARING', 'READY', 'ISSUING', 'ISSUED', 'DROPPED')),
  passagers  BOOLEAN      NOT NULL COMMENT 'pupils without registration are next',
  after_id   UUID         NOT NULL COMMENT 'after whom or what it goes on',
  done       INT          NOT NULL,
  total      INT          NOT NULL,
  unpriced   INT          NOT NULL COMMENT 'meals without a tariff',
  unheld     INT          NOT NULL COMMENT 'meals of days on which no line has run',
  started_by VARCHAR(160) NOT NULL,
  started_at DATETIME(6)  NOT NULL,
  issued_by  VARCHAR(160) NOT NULL,
  issued_at  DATETIME(6)  NULL,
  open       INT          NULL COMMENT '1 until it is issued or thrown away: there is one such' CHECK (open = 1),
  UNIQUE KEY canteen_billing_run_open (open)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

CREATE TABLE canteen_invoice (
  id           UUID         NOT NULL PRIMARY KEY,
  run_id       UUID         NOT NULL COMMENT 'all zeros where somebody has made a credit note',
  kind         VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL CHECK (kind IN ('INVOICE', 'CREDIT')),
  civil_year   INT          NULL COMMENT 'of its number',
  serial_number INT          NULL COMMENT 'without gaps; null until it is issued',
  household_id UUID         NOT NULL COMMENT 'the guardian who has registered; the pupil where nobody has',
  payer        VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL CHECK (payer IN ('OWN', 'OTHER')),
  payer_id     UUID         NOT NULL COMMENT 'all zeros where they have no account here',
  payer_name   VARCHAR(160) NOT NULL,
  corrects_id  UUID         NOT NULL COMMENT 'the invoice of a credit note; else all zeros',
  reason       VARCHAR(400) NOT NULL,
  first_day    DATE         NOT NULL,
  last_day     DATE         NOT NULL,
  due          DATE         NOT NULL,
  regie        CHAR(6)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  cents        INT          NOT NULL CHECK (cents >= 0),
  left_over    INT          NOT NULL DEFAULT 0 COMMENT 'of a credit note, for a later invoice' CHECK (left_over BETWEEN 0 AND cents),
  issued_at    DATETIME(6)  NULL,
  UNIQUE KEY canteen_invoice_number (kind, civil_year, serial_number),
  KEY canteen_invoice_run (run_id, issued_at, id),
  KEY canteen_invoice_payer (payer_id, issued_at),
  KEY canteen_invoice_household (household_id),
  KEY canteen_invoice_corrects (corrects_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

CREATE TABLE canteen_invoice_line (
  invoice_id     UUID         NOT NULL,
  place          INT          NOT NULL,
  kind           VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL CHECK (kind IN ('MEAL', 'EXTRA', 'PASSAGER', 'NOT_TAKEN', 'AWAY', 'CANCELLED', 'CARRIED')),
  pupil_id       UUID         NOT NULL COMMENT 'all zeros where it is about no pupil',
  pupil_name     VARCHAR(160) NOT NULL,
  college_name   VARCHAR(160) NOT NULL,
  late           BOOLEAN      NOT NULL COMMENT 'of before the period',
  band           INT          NOT NULL COMMENT 'of the tariff, 0 for none',
  price          INT          NOT NULL COMMENT 'of a meal',
  share          INT          NOT NULL COMMENT 'percent of it',
  unit           INT          NOT NULL COMMENT 'the share in cents',
  meals          INT          NOT NULL,
  cents          INT          NOT NULL,
  decision       VARCHAR(160) NOT NULL,
  days           TEXT         CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'with commas',
  first_day      DATE         NOT NULL,
  last_day       DATE         NOT NULL,
  corrects_id    UUID         NOT NULL COMMENT 'of a credit note: the line that it takes back some of',
  corrects_place INT          NOT NULL,
  by_hand        BOOLEAN      NOT NULL COMMENT 'of a credit note: somebody has said that it costs nothing',
  PRIMARY KEY (invoice_id, place),
  KEY canteen_invoice_line_pupil (pupil_id, last_day),
  FOREIGN KEY (invoice_id) REFERENCES canteen_invoice (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

CREATE TABLE canteen_numbering (
  kind        VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL CHECK (kind IN ('INVOICE', 'CREDIT')),
  civil_year  INT         NOT NULL,
  last_number INT         NOT NULL,
  PRIMARY KEY (kind, civil_year)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

ALTER TABLE canteen_application
  ADD KEY canteen_application_year (school_year, state, guardian_id);
