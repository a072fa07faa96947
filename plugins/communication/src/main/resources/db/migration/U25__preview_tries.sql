ALTER TABLE communication_attachment
  DROP COLUMN preview_tries;
