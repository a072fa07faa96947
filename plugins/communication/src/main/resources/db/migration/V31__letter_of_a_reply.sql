-- What somebody wrote under one of their letters is found without going through its conversations.
ALTER TABLE communication_reply
  ADD COLUMN letter_id UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000' COMMENT 'that of its conversation';

UPDATE communication_reply r JOIN communication_conversation c ON c.id = r.conversation_id
  SET r.letter_id = c.letter_id;

ALTER TABLE communication_reply
  ADD KEY communication_reply_letter (letter_id, author_id);
