-- How many still have a conversation can't be found out again, so that column stays: the version
-- before leaves it alone.

ALTER TABLE communication_inbox_entry
  DROP KEY communication_inbox_correspondent;

ALTER TABLE communication_reply
  DROP KEY communication_reply_author;

ALTER TABLE communication_letter
  DROP KEY communication_letter_first_recipient;

ALTER TABLE communication_conversation
  DROP KEY communication_conversation_received,
  DROP KEY communication_conversation_author;
