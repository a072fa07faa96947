-- What is withdrawn stays so: nothing is put back from here.
DROP TABLE communication_letter_whole;

ALTER TABLE communication_conversation
  DROP KEY communication_conversation_readers;

ALTER TABLE communication_inbox_entry
  DROP COLUMN arrived_at,
  DROP COLUMN read_soon,
  DROP COLUMN answered_soon;

UPDATE communication_report SET outcome = 'NOTED' WHERE outcome = 'DELETED';

ALTER TABLE communication_report
  DROP CONSTRAINT communication_report_outcome,
  ADD CONSTRAINT CONSTRAINT_2 CHECK (outcome IN ('NONE', 'NO_FAULT', 'NOTED', 'WITHDRAWN'));

ALTER TABLE communication_evidence
  DROP COLUMN deleted;

ALTER TABLE communication_letter
  DROP KEY communication_letter_forwards,
  DROP COLUMN forwards_id,
  DROP COLUMN withdrawn;

ALTER TABLE communication_reply
  DROP COLUMN withdrawn;

ALTER TABLE communication_draft
  DROP KEY communication_draft_forwards;
