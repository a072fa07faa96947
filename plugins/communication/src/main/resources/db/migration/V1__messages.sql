-- Messages between the people of a collège. Instants are UTC. Persons are those of the directory;
-- there is no foreign key to them, for a message outlives the stay of who wrote it.
-- The collation is named, for the search by subject leaves accents and case aside by it.

-- What one person wrote at once to one or many others; never changed after.
CREATE TABLE communication_letter (
  id                UUID          NOT NULL PRIMARY KEY,
  author_id         UUID          NOT NULL,
  subject           VARCHAR(150)  NOT NULL,
  body              MEDIUMTEXT    NOT NULL,
  addressed_to      TEXT          NOT NULL COMMENT 'the groups written to, one a line; empty when only persons were chosen',
  recipient_count   INT           NOT NULL,
  first_recipient_id UUID         NOT NULL COMMENT 'the only one, when there is one',
  sent_at           DATETIME(6)   NOT NULL,
  KEY communication_letter_sent (author_id, sent_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- A letter and its replies between its author and one of its recipients, seen by these two only.
CREATE TABLE communication_conversation (
  id           UUID        NOT NULL PRIMARY KEY,
  letter_id    UUID        NOT NULL,
  author_id    UUID        NOT NULL,
  recipient_id UUID        NOT NULL,
  answered_at  DATETIME(6) NULL COMMENT 'when the recipient last replied',
  UNIQUE KEY communication_conversation_recipient (letter_id, recipient_id),
  KEY communication_conversation_answers (letter_id, answered_at),
  FOREIGN KEY (letter_id) REFERENCES communication_letter (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

CREATE TABLE communication_reply (
  id              UUID        NOT NULL PRIMARY KEY,
  conversation_id UUID        NOT NULL,
  author_id       UUID        NOT NULL,
  body            MEDIUMTEXT  NOT NULL,
  sent_at         DATETIME(6) NOT NULL,
  KEY communication_reply_order (conversation_id, sent_at),
  FOREIGN KEY (conversation_id) REFERENCES communication_conversation (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- A conversation as it lies in the inbox of one of its two persons, once something was received.
-- Correspondent and subject never change and stand here too, so that an inbox is read from one table.
CREATE TABLE communication_inbox_entry (
  id               UUID         NOT NULL PRIMARY KEY,
  owner_id         UUID         NOT NULL,
  conversation_id  UUID         NOT NULL,
  correspondent_id UUID         NOT NULL,
  subject          VARCHAR(150) NOT NULL,
  received_count   INT          NOT NULL,
  received_at      DATETIME(6)  NOT NULL COMMENT 'the newest one',
  unread           BOOLEAN      NOT NULL,
  UNIQUE KEY communication_inbox_conversation (conversation_id, owner_id),
  KEY communication_inbox_newest (owner_id, received_at),
  KEY communication_inbox_unread (owner_id, unread, received_at),
  FOREIGN KEY (conversation_id) REFERENCES communication_conversation (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- A form that was taken, so that the same form posted again sends nothing. Of no use after some days.
CREATE TABLE communication_posted_form (
  fingerprint CHAR(64)     NOT NULL PRIMARY KEY COMMENT 'SHA-256 of who, the key of the form and what it held',
  location    VARCHAR(120) NOT NULL COMMENT 'where the result is seen, below the module',
  posted_at   DATETIME(6)  NOT NULL,
  KEY communication_posted_form_age (posted_at)
) DEFAULT CHARACTER SET ascii COLLATE ascii_bin;
