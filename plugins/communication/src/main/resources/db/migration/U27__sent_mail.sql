ALTER TABLE communication_draft
  DROP COLUMN forwards_id;

ALTER TABLE communication_letter
  DROP KEY communication_letter_place,
  DROP KEY communication_letter_bin,
  DROP COLUMN author_place,
  DROP COLUMN author_folder_id,
  DROP COLUMN author_binned_at;
