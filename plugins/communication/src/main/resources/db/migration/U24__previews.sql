ALTER TABLE communication_attachment
  DROP CONSTRAINT communication_attachment_preview,
  DROP KEY communication_attachment_preview,
  DROP COLUMN pages,
  DROP COLUMN preview_file,
  DROP COLUMN preview;
