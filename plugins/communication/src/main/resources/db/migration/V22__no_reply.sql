-- Whether the recipients of a letter may answer it.
ALTER TABLE communication_letter
  ADD COLUMN answers BOOLEAN NOT NULL DEFAULT TRUE;
