-- News of the collège, and those of the Département for it. Instants are UTC.
-- Whom a news is for stands in its row: people of some profiles, everywhere or around some classes.
-- The collation is named, as in V1.

CREATE TABLE communication_news (
  id            UUID          NOT NULL PRIMARY KEY COMMENT 'the hidden key of the form it was written with, or the announcement of the Département',
  origin        VARCHAR(11)   NOT NULL CHECK (origin IN ('COLLEGE', 'DEPARTEMENT')),
  state         VARCHAR(9)    NOT NULL CHECK (state IN ('DRAFT', 'REVIEW', 'PUBLISHED', 'WITHDRAWN', 'ARCHIVED')),
  author_id     UUID          NOT NULL,
  editor_id     UUID          NOT NULL COMMENT 'who changed it last, or published it',
  title         VARCHAR(150)  NOT NULL,
  body          MEDIUMTEXT    NOT NULL,
  remark        VARCHAR(500)  NOT NULL DEFAULT '' COMMENT 'why it came back from review',
  for_pupils    BOOLEAN       NOT NULL,
  for_guardians BOOLEAN       NOT NULL,
  for_teachers  BOOLEAN       NOT NULL,
  for_staff     BOOLEAN       NOT NULL,
  places        VARCHAR(4000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'levels and classes, parted by blanks; empty for the whole collège',
  for_public    BOOLEAN       NOT NULL COMMENT 'whether visitors who have not signed in see it too',
  pinned        BOOLEAN       NOT NULL,
  picture_id    UUID          NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000' COMMENT 'in the store of files; nothing but zeros for none, since a UUID that is null can not be read',
  picture_alt   VARCHAR(250)  NOT NULL DEFAULT '',
  created_at    DATETIME(6)   NOT NULL,
  changed_at    DATETIME(6)   NOT NULL COMMENT 'anything of it, its state too',
  publish_at    DATETIME(6)   NULL COMMENT 'from when on it is seen; until it is published, what its author wishes',
  end_at        DATETIME(6)   NOT NULL COMMENT 'until when it is seen; the year 9999 if for as long as it is published',
  edited_at     DATETIME(6)   NULL COMMENT 'its words or picture, after people could see it',
  version       INT           NOT NULL COMMENT 'counts the changes, so that nobody overwrites what they have not seen',
  KEY communication_news_newest (state, publish_at),
  KEY communication_news_changed (state, changed_at),
  KEY communication_news_author (author_id, changed_at),
  KEY communication_news_editor (editor_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
