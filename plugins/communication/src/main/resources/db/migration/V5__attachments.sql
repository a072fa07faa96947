-- Files that go with a draft, a letter or a reply; the host keeps what is in them. A letter to
-- nine hundred people has each of its files once.
CREATE TABLE communication_attachment (
  id           UUID         NOT NULL PRIMARY KEY COMMENT 'of the file, as the host knows it',
  author_id    UUID         NOT NULL,
  holder       VARCHAR(8)   NOT NULL,
  holder_id    VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the draft, letter, reply or evidence',
  name         VARCHAR(255) NOT NULL,
  content_type VARCHAR(255) NOT NULL,
  size         BIGINT       NOT NULL,
  KEY communication_attachment_holder (holder_id, holder),
  KEY communication_attachment_author (author_id, holder),
  CHECK (holder IN ('DRAFT', 'LETTER', 'REPLY', 'EVIDENCE'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
