-- What a letter hands on, so that it is withdrawn with it.
ALTER TABLE communication_letter
  ADD COLUMN forwards_id UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000' COMMENT 'a letter or a reply; all zeros where it hands on nothing',
  ADD COLUMN withdrawn   BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'taken from its readers by the school',
  ADD KEY communication_letter_forwards (forwards_id);

ALTER TABLE communication_reply
  ADD COLUMN withdrawn BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'taken from its reader by the school';

UPDATE communication_letter l JOIN communication_evidence e ON e.message_id = l.id
  SET l.withdrawn = TRUE WHERE e.withdrawn_at IS NOT NULL;

UPDATE communication_reply r JOIN communication_evidence e ON e.message_id = r.id
  SET r.withdrawn = TRUE WHERE e.withdrawn_at IS NOT NULL;

ALTER TABLE communication_draft
  ADD KEY communication_draft_forwards (forwards_id);

-- A letter as it was sent, while something that it quotes is withdrawn.
CREATE TABLE communication_letter_whole (
  letter_id UUID         NOT NULL PRIMARY KEY,
  subject   VARCHAR(150) NOT NULL,
  body      MEDIUMTEXT   NOT NULL,
  files     TEXT         NOT NULL COMMENT 'SHA-256 of each file that was taken out, one a line',
  FOREIGN KEY (letter_id) REFERENCES communication_letter (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

ALTER TABLE communication_evidence
  ADD COLUMN deleted BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'taken because it was deleted, not because it was reported';

-- The case of what was taken back, deleted or written anew after its readers had seen it.
ALTER TABLE communication_report
  DROP CONSTRAINT CONSTRAINT_2,
  ADD CONSTRAINT communication_report_outcome CHECK (outcome IN ('NONE', 'NO_FAULT', 'NOTED', 'WITHDRAWN', 'DELETED'));

-- What was read and answered within a day, whenever it is counted and whatever comes in later.
ALTER TABLE communication_inbox_entry
  ADD COLUMN arrived_at    DATETIME(6) NOT NULL DEFAULT '1970-01-01 00:00:00' COMMENT 'when the first thing came in',
  ADD COLUMN read_soon     BOOLEAN     NOT NULL DEFAULT FALSE,
  ADD COLUMN answered_soon BOOLEAN     NOT NULL DEFAULT FALSE;

UPDATE communication_inbox_entry SET arrived_at = received_at, read_soon = NOT unread;

UPDATE communication_inbox_entry e
  JOIN communication_conversation c ON c.id = e.conversation_id AND c.recipient_id = e.owner_id
  JOIN communication_letter l ON l.id = c.letter_id
  SET e.answered_soon = TRUE
  WHERE c.answered_at < l.sent_at + INTERVAL 1 DAY;

-- What nobody has any more is kept out of sight for a year.
ALTER TABLE communication_conversation
  ADD KEY communication_conversation_readers (readers, letter_id);
