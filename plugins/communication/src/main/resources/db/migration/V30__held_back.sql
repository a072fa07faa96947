-- Files of a letter are held back while what it hands on is withdrawn, and go with it again afterwards.
ALTER TABLE communication_attachment
  DROP CONSTRAINT CONSTRAINT_1,
  ADD CONSTRAINT communication_attachment_holder CHECK (holder IN ('DRAFT', 'LETTER', 'REPLY', 'EVIDENCE', 'HELD'));

ALTER TABLE communication_letter_whole
  DROP COLUMN files;

-- Drafts of answers, whose title follows that of the letter.
ALTER TABLE communication_draft
  ADD KEY communication_draft_about (about_id);
