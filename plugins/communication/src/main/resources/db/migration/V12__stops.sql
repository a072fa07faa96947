-- Accounts that wrote more than their profile usually does and write nothing until somebody lets them.
CREATE TABLE communication_stop (
  person_id UUID        NOT NULL PRIMARY KEY,
  stop_id   UUID        NOT NULL COMMENT 'the message_id of its evidence',
  since     DATETIME(6) NOT NULL,
  UNIQUE KEY communication_stop_evidence (stop_id)
);
