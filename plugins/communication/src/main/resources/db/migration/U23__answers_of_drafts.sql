ALTER TABLE communication_draft
  DROP COLUMN answers;
