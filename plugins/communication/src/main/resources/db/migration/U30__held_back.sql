ALTER TABLE communication_letter_whole
  ADD COLUMN files TEXT NOT NULL DEFAULT '' COMMENT 'SHA-256 of each file that was taken out, one a line';

-- Where nobody reads it, as before it was held back.
UPDATE communication_attachment SET holder = 'EVIDENCE' WHERE holder = 'HELD';

ALTER TABLE communication_draft
  DROP KEY communication_draft_about;

ALTER TABLE communication_attachment
  DROP CONSTRAINT communication_attachment_holder,
  ADD CONSTRAINT CONSTRAINT_1 CHECK (holder IN ('DRAFT', 'LETTER', 'REPLY', 'EVIDENCE'));
