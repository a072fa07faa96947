-- What lay elsewhere lies in the inbox again.
ALTER TABLE communication_reply
  DROP COLUMN words;

ALTER TABLE communication_letter
  DROP COLUMN words;

ALTER TABLE communication_conversation
  DROP COLUMN recipient_gone,
  DROP COLUMN author_gone;

ALTER TABLE communication_inbox_entry
  DROP KEY communication_inbox_bin,
  DROP KEY communication_inbox_place,
  DROP COLUMN binned_at,
  DROP COLUMN folder_id,
  DROP COLUMN place;

DROP TABLE communication_folder;
