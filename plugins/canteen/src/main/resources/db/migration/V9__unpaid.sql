-- What is still to be paid, until it is. Money is integer euro cents, days are those of Paris.

CREATE TABLE canteen_unpaid (
  invoice_id  UUID         NOT NULL PRIMARY KEY,
  payer_id    UUID         NOT NULL COMMENT 'all zeros where they have no account here',
  payer_name  VARCHAR(160) NOT NULL,
  reference   VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  due         DATE         NOT NULL,
  left_cents  INT          NOT NULL CHECK (left_cents > 0),
  reminders   INT          NOT NULL DEFAULT 0,
  reminded_at DATETIME(6)  NULL,
  UNIQUE KEY canteen_unpaid_reference (reference),
  KEY canteen_unpaid_due (reminders, due),
  KEY canteen_unpaid_oldest (due, invoice_id),
  FOREIGN KEY (invoice_id) REFERENCES canteen_invoice (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Families who find it hard to pay.
CREATE TABLE canteen_aid (
  id          UUID          NOT NULL PRIMARY KEY COMMENT 'the hidden key of the form',
  invoice_id  UUID          NOT NULL,
  asked_by    UUID          NOT NULL,
  asker_name  VARCHAR(160)  NOT NULL,
  words       VARCHAR(2000) NOT NULL,
  asked_at    DATETIME(6)   NOT NULL,
  answer      VARCHAR(2000) NOT NULL COMMENT 'empty as long as there is none',
  answered_by VARCHAR(160)  NOT NULL,
  answered_at DATETIME(6)   NULL,
  KEY canteen_aid_invoice (invoice_id),
  KEY canteen_aid_list (answered_at, asked_at),
  KEY canteen_aid_asker (asked_by),
  FOREIGN KEY (invoice_id) REFERENCES canteen_invoice (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

INSERT INTO canteen_unpaid (invoice_id, payer_id, payer_name, reference, due, left_cents)
  SELECT id, payer_id, payer_name, CONCAT('F', civil_year, '-', LPAD(serial_number, 6, '0')), due, cents
    FROM canteen_invoice WHERE kind = 'INVOICE' AND issued_at IS NOT NULL AND cents > 0;
