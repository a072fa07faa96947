-- What a letter hands on, so that it is withdrawn with it.
ALTER TABLE communication_letter
  ADD COLUMN forwards_id UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000' COMMENT 'a letter or a reply; all zeros where it hands on nothing',
  ADD KEY communication_letter_forwards (forwards_id);

-- The case of what its author took back or deleted after its readers had seen it.
ALTER TABLE communication_report
  DROP CONSTRAINT CONSTRAINT_2,
  ADD CONSTRAINT communication_report_outcome CHECK (outcome IN ('NONE', 'NO_FAULT', 'NOTED', 'WITHDRAWN', 'DELETED'));

-- What was read and answered within a day, whenever it is counted and whatever comes in later.
ALTER TABLE communication_inbox_entry
  ADD COLUMN arrived_at    DATETIME(6) NOT NULL DEFAULT '1970-01-01 00:00:00' COMMENT 'when the first thing came in',
  ADD COLUMN read_soon     BOOLEAN     NOT NULL DEFAULT FALSE,
  ADD COLUMN answered_soon BOOLEAN     NOT NULL DEFAULT FALSE;

UPDATE communication_inbox_entry SET arrived_at = received_at, read_soon = NOT unread;
