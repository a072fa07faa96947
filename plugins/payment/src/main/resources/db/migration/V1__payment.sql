-- Debts, the operations that pay them, and the ledger. Money is integer euro cents, instants are UTC.

CREATE TABLE payment_regie (
  id      UUID         NOT NULL PRIMARY KEY,
  name    VARCHAR(120) NOT NULL,
  client  CHAR(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'numcli: its contract with PayFiP',
  saisie  VARCHAR(10)  NOT NULL CHECK (saisie IN ('TEST', 'ACTIVATION', 'PRODUCTION')),
  online  BOOLEAN      NOT NULL COMMENT 'whether online payment is offered',
  version INT          NOT NULL DEFAULT 0,
  UNIQUE KEY payment_regie_client (client)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- What somebody owes to a régie. It never grows: what is owed more is another debt.
CREATE TABLE payment_debt (
  id        UUID         NOT NULL PRIMARY KEY,
  regie_id  UUID         NOT NULL,
  owner     VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the module that raised it',
  reference VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'what that module calls it',
  title     VARCHAR(99)  NOT NULL,
  cents     INT          NOT NULL CHECK (cents > 0),
  paid      INT          NOT NULL DEFAULT 0 CHECK (paid >= 0),
  credited  INT          NOT NULL DEFAULT 0 CHECK (credited >= 0),
  due       DATE         NOT NULL,
  raised_at DATETIME(6)  NOT NULL,
  version   INT          NOT NULL DEFAULT 0,
  UNIQUE KEY payment_debt_once (owner, reference),
  CHECK (paid + credited <= cents),
  FOREIGN KEY (regie_id) REFERENCES payment_regie (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

CREATE TABLE payment_debt_line (
  debt_id UUID         NOT NULL,
  place   INT          NOT NULL,
  words   VARCHAR(200) NOT NULL,
  cents   INT          NOT NULL,
  PRIMARY KEY (debt_id, place),
  FOREIGN KEY (debt_id) REFERENCES payment_debt (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Who may see a debt and pay of it.
CREATE TABLE payment_debt_payer (
  debt_id UUID NOT NULL,
  payer   UUID NOT NULL COMMENT 'their account',
  PRIMARY KEY (debt_id, payer),
  KEY payment_debt_of_payer (payer, debt_id),
  FOREIGN KEY (debt_id) REFERENCES payment_debt (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- What was taken back of a debt, never changed.
CREATE TABLE payment_debt_credit (
  debt_id    UUID         NOT NULL,
  credit_key VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'of the module that takes it back: once',
  cents      INT          NOT NULL CHECK (cents > 0),
  words      VARCHAR(200) NOT NULL,
  given_at   DATETIME(6)  NOT NULL,
  PRIMARY KEY (debt_id, credit_key),
  FOREIGN KEY (debt_id) REFERENCES payment_debt (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- One try to pay through PayFiP.
CREATE TABLE payment_operation (
  id         UUID         NOT NULL PRIMARY KEY COMMENT 'the hidden key of the form that began it',
  regie_id   UUID         NOT NULL,
  saisie     VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'TEST: no money moves, and nothing is booked' CHECK (saisie IN ('TEST', 'ACTIVATION', 'PRODUCTION')),
  payer      UUID         NOT NULL,
  mail       VARCHAR(80)  NOT NULL,
  cents      INT          NOT NULL CHECK (cents > 0),
  reference  VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'refdet',
  idop       VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'its number at PayFiP; null as long as there is none',
  state      VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at DATETIME(6)  NOT NULL,
  opened_at  DATETIME(6)  NULL COMMENT 'when PayFiP gave its number',
  asked_at   DATETIME(6)  NULL COMMENT 'when PayFiP was last asked for the result',
  ask_at     DATETIME(6)  NULL COMMENT 'when it is to be asked next; null when it need not be',
  asks       INT          NOT NULL DEFAULT 0,
  waiting_since DATETIME(6) NULL COMMENT 'since when a question is not answered',
  unknown_since DATETIME(6) NULL COMMENT 'since when PayFiP says that it does not know it',
  ended_at   DATETIME(6)  NULL,
  outcome    VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'what PayFiP said last',
  received   INT          NULL COMMENT 'what PayFiP took, in cents',
  authorisation VARCHAR(40) NULL,
  fault      VARCHAR(300) NULL COMMENT 'why it could not be begun, or what is strange about it',
  version    INT          NOT NULL DEFAULT 0,
  UNIQUE KEY payment_operation_reference (reference),
  UNIQUE KEY payment_operation_idop (idop),
  KEY payment_operation_due (ask_at),
  KEY payment_operation_of_payer (payer, created_at),
  KEY payment_operation_day (ended_at),
  FOREIGN KEY (regie_id) REFERENCES payment_regie (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Which debts an operation is for.
CREATE TABLE payment_operation_part (
  operation_id UUID NOT NULL,
  debt_id      UUID NOT NULL,
  cents        INT  NOT NULL CHECK (cents > 0),
  PRIMARY KEY (operation_id, debt_id),
  KEY payment_part_of_debt (debt_id),
  FOREIGN KEY (operation_id) REFERENCES payment_operation (id),
  FOREIGN KEY (debt_id) REFERENCES payment_debt (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- The ledger: what was booked, never changed. The key keeps an operation from being booked twice.
CREATE TABLE payment_booking (
  operation_id UUID        NOT NULL,
  slot         VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the debt, or « surplus »',
  cents        INT         NOT NULL CHECK (cents > 0),
  booked_at    DATETIME(6) NOT NULL,
  PRIMARY KEY (operation_id, slot),
  KEY payment_booking_day (booked_at),
  FOREIGN KEY (operation_id) REFERENCES payment_operation (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- What a régie gave back, by a transfer of its own: written down by an operator, never changed.
CREATE TABLE payment_refund (
  id           UUID         NOT NULL PRIMARY KEY COMMENT 'the hidden key of the form',
  operation_id UUID         NOT NULL,
  cents        INT          NOT NULL CHECK (cents > 0),
  reason       VARCHAR(200) NOT NULL,
  made_on      DATE         NOT NULL COMMENT 'in Paris',
  noted_by     UUID         NOT NULL COMMENT 'the account of the operator',
  noted_at     DATETIME(6)  NOT NULL,
  KEY payment_refund_of (operation_id),
  KEY payment_refund_day (made_on),
  FOREIGN KEY (operation_id) REFERENCES payment_operation (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
