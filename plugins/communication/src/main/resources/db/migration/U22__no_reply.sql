ALTER TABLE communication_letter
  DROP COLUMN answers;
