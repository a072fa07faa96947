-- Whether the recipients of a long list may answer, as it stands in a form that is kept.
ALTER TABLE communication_draft
  ADD COLUMN answers BOOLEAN NOT NULL DEFAULT FALSE;
