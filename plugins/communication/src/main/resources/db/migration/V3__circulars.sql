-- Circulars to the guardians of classes, and what they answer. Instants are UTC; a deadline is a day
-- in Paris, and closes_at the end of that day. Persons are those of the directory, without a foreign
-- key: what was signed outlives the stay of who signed. Names stand as they were on the day, for a
-- proof must say who it was.

-- What somebody is still writing.
CREATE TABLE communication_circular_draft (
  id            UUID         NOT NULL PRIMARY KEY COMMENT 'becomes that of the circular',
  author_id     UUID         NOT NULL,
  replaces_id   UUID         NOT NULL COMMENT 'the circular it corrects; its own id when it corrects none',
  title         VARCHAR(150) NOT NULL,
  body          MEDIUMTEXT   NOT NULL,
  addressed_to  TEXT         NOT NULL COMMENT 'codes of classes and levels, one a line',
  answer_kind   VARCHAR(10)  NOT NULL CHECK (answer_kind IN ('READ', 'SIGNED', 'CHOICE', 'FORM')),
  required_from VARCHAR(4)   NOT NULL CHECK (required_from IN ('ONE', 'EACH')),
  deadline      DATE         NULL,
  questions     TEXT         NOT NULL,
  edited_at     DATETIME(6)  NOT NULL,
  version       INT          NOT NULL,
  KEY communication_circular_draft_author (author_id, edited_at),
  KEY communication_circular_draft_age (edited_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- What was sent; never changed after. Its seal is the first of its chain.
CREATE TABLE communication_circular (
  id             UUID         NOT NULL PRIMARY KEY,
  author_id      UUID         NOT NULL,
  author_name    VARCHAR(210) NOT NULL,
  replaces_id    UUID         NOT NULL COMMENT 'the circular it corrects; its own id when it corrects none',
  title          VARCHAR(150) NOT NULL,
  body           MEDIUMTEXT   NOT NULL,
  addressed_to   TEXT         NOT NULL COMMENT 'the groups as people say them, one a line',
  answer_kind    VARCHAR(10)  NOT NULL CHECK (answer_kind IN ('READ', 'SIGNED', 'CHOICE', 'FORM')),
  required_from  VARCHAR(4)   NOT NULL CHECK (required_from IN ('ONE', 'EACH')),
  deadline       DATE         NOT NULL,
  closes_at      DATETIME(6)  NOT NULL,
  questions      TEXT         NOT NULL,
  child_count    INT          NOT NULL,
  family_count   INT          NOT NULL,
  guardian_count INT          NOT NULL,
  sent_at        DATETIME(6)  NOT NULL,
  salt           CHAR(64)     NOT NULL,
  parts          VARCHAR(1000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'a digest of each part, one a line',
  digest         CHAR(64)     NOT NULL,
  seal           CHAR(64)     NOT NULL,
  KEY communication_circular_sent (sent_at),
  KEY communication_circular_author (author_id, sent_at),
  KEY communication_circular_closing (closes_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- How far a circular has come: whoever adds to its chain holds this row.
CREATE TABLE communication_circular_ledger (
  circular_id    UUID     NOT NULL PRIMARY KEY,
  length         INT      NOT NULL COMMENT 'how many answers its chain has',
  head           CHAR(64) NOT NULL COMMENT 'the seal of the newest',
  replaced_by_id UUID     NOT NULL COMMENT 'its own id as long as it holds',
  withdrawn      BOOLEAN  NOT NULL DEFAULT FALSE COMMENT 'taken from its readers by the school',
  FOREIGN KEY (circular_id) REFERENCES communication_circular (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- A child for whom an answer is asked for.
CREATE TABLE communication_circular_child (
  id          UUID         NOT NULL PRIMARY KEY,
  circular_id UUID         NOT NULL,
  child_id    UUID         NOT NULL,
  child_name  VARCHAR(210) NOT NULL,
  class_name  VARCHAR(100) NOT NULL,
  settled_at  DATETIME(6)  NULL COMMENT 'when those who must had answered',
  left_at     DATETIME(6)  NULL COMMENT 'when the child was found to be gone',
  evidence    BOOLEAN      NOT NULL COMMENT 'something was signed for this child',
  UNIQUE KEY communication_circular_child_once (circular_id, child_id),
  KEY communication_circular_child_state (circular_id, settled_at),
  KEY communication_circular_child_person (child_id),
  FOREIGN KEY (circular_id) REFERENCES communication_circular (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- A guardian of such a child.
CREATE TABLE communication_circular_recipient (
  id            UUID         NOT NULL PRIMARY KEY,
  circular_id   UUID         NOT NULL,
  child_row_id  UUID         NOT NULL,
  guardian_id   UUID         NOT NULL,
  guardian_name VARCHAR(210) NOT NULL,
  required      BOOLEAN      NOT NULL COMMENT 'counts where each guardian must answer',
  asks          BOOLEAN      NOT NULL COMMENT 'still asks this guardian for an answer',
  answer_count  INT          NOT NULL COMMENT 'the first answer and its corrections',
  read_at       DATETIME(6)  NULL,
  evidence      BOOLEAN      NOT NULL COMMENT 'this guardian has signed',
  UNIQUE KEY communication_circular_recipient_once (child_row_id, guardian_id),
  KEY communication_circular_recipient_asks (guardian_id, asks),
  KEY communication_circular_recipient_of (circular_id, asks),
  FOREIGN KEY (circular_id) REFERENCES communication_circular (id),
  FOREIGN KEY (child_row_id) REFERENCES communication_circular_child (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- What a guardian answered; a correction is one more row. Sealed, each on the one before.
CREATE TABLE communication_circular_answer (
  id            UUID         NOT NULL PRIMARY KEY,
  circular_id   UUID         NOT NULL,
  recipient_id  UUID         NOT NULL,
  answer_number INT          NOT NULL COMMENT 'from 1, of this guardian for this child',
  guardian_name VARCHAR(210) NOT NULL,
  child_name    VARCHAR(210) NOT NULL,
  class_name    VARCHAR(100) NOT NULL,
  given         TEXT         NOT NULL COMMENT 'what was answered to each question',
  answered_at   DATETIME(6)  NOT NULL,
  late          BOOLEAN      NOT NULL COMMENT 'after the deadline',
  place         INT          NOT NULL COMMENT 'in the chain of the circular, from 1',
  salt          CHAR(64)     NOT NULL,
  digest        CHAR(64)     NOT NULL,
  seal          CHAR(64)     NOT NULL,
  evidence      BOOLEAN      NOT NULL COMMENT 'it is a signature',
  erased        BOOLEAN      NOT NULL COMMENT 'what it said is gone, its place in the chain is not',
  UNIQUE KEY communication_circular_answer_place (circular_id, place),
  UNIQUE KEY communication_circular_answer_number (recipient_id, answer_number),
  FOREIGN KEY (circular_id) REFERENCES communication_circular (id),
  FOREIGN KEY (recipient_id) REFERENCES communication_circular_recipient (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
