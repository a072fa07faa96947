-- Where a letter lies for its author: among the sent ones, in a folder, in the bin, or nowhere any
-- more, when it has been in the bin for its term. Its readers have it all the same.
ALTER TABLE communication_letter
  ADD COLUMN author_place     VARCHAR(6)  NOT NULL DEFAULT 'SENT' CHECK (author_place IN ('SENT', 'FOLDER', 'BIN', 'GONE')),
  ADD COLUMN author_folder_id UUID        NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000' COMMENT 'all zeros unless it lies in a folder',
  ADD COLUMN author_binned_at DATETIME(6) NULL,
  ADD KEY communication_letter_place (author_id, author_place, author_folder_id, sent_at),
  ADD KEY communication_letter_bin (author_place, author_binned_at);

-- What a letter that is being written hands on, so that it can be held back if that is withdrawn.
ALTER TABLE communication_draft
  ADD COLUMN forwards_id UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000' COMMENT 'a letter or a reply; all zeros where it hands on nothing';
