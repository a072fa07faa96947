ALTER TABLE communication_letter_whole
  ADD COLUMN files TEXT NOT NULL DEFAULT '' COMMENT 'SHA-256 of each file that was taken out, one a line';

UPDATE communication_attachment SET holder = 'LETTER' WHERE holder = 'HELD';

ALTER TABLE communication_attachment
  DROP CONSTRAINT communication_attachment_holder,
  ADD CONSTRAINT CONSTRAINT_1 CHECK (holder IN ('DRAFT', 'LETTER', 'REPLY', 'EVIDENCE'));
