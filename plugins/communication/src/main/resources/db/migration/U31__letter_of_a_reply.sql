ALTER TABLE communication_reply
  DROP KEY communication_reply_letter,
  DROP COLUMN letter_id;
