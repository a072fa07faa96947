-- How often the first page of a PDF was tried: one that stops the node that draws it is given up.

ALTER TABLE communication_attachment
  ADD COLUMN preview_tries INT NOT NULL DEFAULT 0 COMMENT 'counted before each attempt to draw the preview';
