-- The first page of a PDF as a picture, drawn by a job after the file was kept.

ALTER TABLE communication_attachment
  ADD COLUMN preview VARCHAR(9) NOT NULL DEFAULT 'NONE',
  ADD COLUMN preview_file VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'of the picture, as the host knows it; empty when there is none',
  ADD COLUMN pages INT NOT NULL DEFAULT 0 COMMENT 'of the document, once its preview is drawn',
  ADD KEY communication_attachment_preview (preview),
  ADD CONSTRAINT communication_attachment_preview CHECK (preview IN ('NONE', 'WAITING', 'DRAWN', 'LOCKED', 'BROKEN', 'TOO_LARGE'));

UPDATE communication_attachment SET preview = 'WAITING' WHERE content_type = 'application/pdf';
