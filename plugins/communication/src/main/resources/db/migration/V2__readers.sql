-- A conversation whose two people had their messages erased is nobody's any more and goes; until
-- then it stays for the other one. What is of a person is found by that person.

ALTER TABLE communication_conversation
  ADD COLUMN IF NOT EXISTS readers TINYINT NOT NULL DEFAULT 2 COMMENT 'how many of its two people still have it',
  ADD KEY communication_conversation_author (author_id),
  ADD KEY communication_conversation_received (recipient_id);

ALTER TABLE communication_letter
  ADD KEY communication_letter_first_recipient (first_recipient_id);

ALTER TABLE communication_reply
  ADD KEY communication_reply_author (author_id);

ALTER TABLE communication_inbox_entry
  ADD KEY communication_inbox_correspondent (correspondent_id);
