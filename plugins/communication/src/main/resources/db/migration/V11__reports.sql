-- What was reported, with the evidence as it was at that moment: kept a year whatever its author, its readers
-- or the school do with the message itself, and then deleted.

CREATE TABLE communication_evidence (
  id           UUID         NOT NULL PRIMARY KEY,
  kind         VARCHAR(8)   NOT NULL,
  message_id   UUID         NOT NULL COMMENT 'the letter, the reply, what was published, or the stop of an account',
  author_id    UUID         NOT NULL,
  author_name  VARCHAR(201) NOT NULL,
  subject      VARCHAR(150) NOT NULL,
  body         MEDIUMTEXT   NOT NULL,
  readers      MEDIUMTEXT   NOT NULL COMMENT 'the names of those who received it, one a line',
  reader_count INT          NOT NULL COMMENT '0 for what was published: nobody is counted',
  files        TEXT         NOT NULL COMMENT 'SHA-256 and name of each file, one a line',
  sent_at      DATETIME(6)  NOT NULL,
  taken_at     DATETIME(6)  NOT NULL,
  hash         CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256 of what it is evidence of, its files too',
  withdrawn_at DATETIME(6)  NULL COMMENT 'while its readers are told that the school has withdrawn it',
  KEY communication_evidence_message (message_id),
  KEY communication_evidence_author (author_id),
  KEY communication_evidence_age (taken_at),
  CHECK (kind IN ('LETTER', 'REPLY', 'BURST', 'CIRCULAR', 'NEWS', 'SURVEY', 'EVENT'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

CREATE TABLE communication_report (
  id          UUID          NOT NULL PRIMARY KEY,
  evidence_id UUID          NOT NULL,
  author_id   UUID          NOT NULL COMMENT 'of the message, who never judges it',
  state       VARCHAR(6)    NOT NULL,
  due_at      DATETIME(6)   NOT NULL,
  outcome     VARCHAR(10)   NOT NULL,
  note        VARCHAR(1000) NOT NULL,
  closed_at   DATETIME(6)   NULL,
  UNIQUE KEY communication_report_evidence (evidence_id),
  KEY communication_report_queue (state, due_at),
  KEY communication_report_author (author_id),
  CHECK (state IN ('OPEN', 'CLOSED')),
  CHECK (outcome IN ('NONE', 'NO_FAULT', 'NOTED', 'WITHDRAWN')),
  FOREIGN KEY (evidence_id) REFERENCES communication_evidence (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Who has reported it; the author never learns it.
CREATE TABLE communication_reporter (
  id          UUID         NOT NULL PRIMARY KEY,
  report_id   UUID         NOT NULL,
  person_id   UUID         NOT NULL,
  reason      VARCHAR(500) NOT NULL,
  reported_at DATETIME(6)  NOT NULL,
  UNIQUE KEY communication_reporter_once (report_id, person_id),
  KEY communication_reporter_person (person_id),
  FOREIGN KEY (report_id) REFERENCES communication_report (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
