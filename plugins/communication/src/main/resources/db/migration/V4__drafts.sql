-- What somebody is writing, kept while they type. The identity is the hidden key of the form, so a
-- form has one draft. Once it is sent it stays for some days without a word, so that a save that
-- comes late brings nothing back.
CREATE TABLE communication_draft (
  id         UUID        NOT NULL PRIMARY KEY COMMENT 'the hidden key of its form',
  author_id  UUID        NOT NULL,
  about_id   UUID        NOT NULL COMMENT 'the conversation it answers; all zeros for a new letter',
  recipients TEXT        NOT NULL COMMENT 'audience codes, one a line',
  subject    TEXT        NOT NULL,
  body       MEDIUMTEXT  NOT NULL,
  version    INT         NOT NULL COMMENT 'grows with each change, so that two windows notice each other',
  sent       BOOLEAN     NOT NULL,
  saved_at   DATETIME(6) NOT NULL,
  KEY communication_draft_newest (author_id, sent, saved_at),
  KEY communication_draft_reply (author_id, about_id),
  KEY communication_draft_age (sent, saved_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
