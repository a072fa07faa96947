-- What stands on every page for a while, and what the Département tells many collèges at once. All
-- instants are UTC.

-- An urgent message above every page. It ends by itself.
CREATE TABLE banner (
  id         UUID         NOT NULL PRIMARY KEY COMMENT 'the hidden key of the form it was written with',
  uai        CHAR(8)      NULL COMMENT 'the collège that shows it to its own people; null for the Département',
  text       VARCHAR(200) NOT NULL,
  tone       VARCHAR(7)   NOT NULL CHECK (tone IN ('INFO', 'WARNING', 'DANGER')),
  link       VARCHAR(300) NOT NULL DEFAULT '' COMMENT 'an address within Préau, empty for none',
  profiles   VARCHAR(60)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'who sees it, separated by commas',
  colleges   VARCHAR(4000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'codes of those it is for, separated by commas; empty for all',
  on_sign_in BOOLEAN      NOT NULL COMMENT 'whether who has not signed in sees it too',
  starts_at  DATETIME(6)  NOT NULL,
  ends_at    DATETIME(6)  NOT NULL,
  version    INT          NOT NULL COMMENT 'counts the changes: whoever had hidden it sees it again',
  changed_by VARCHAR(200) NOT NULL,
  changed_at DATETIME(6)  NOT NULL,
  KEY banner_end (ends_at),
  FOREIGN KEY (uai) REFERENCES college (uai)
);

-- What an operator has written once for many collèges.
CREATE TABLE announcement (
  id          UUID         NOT NULL PRIMARY KEY COMMENT 'the hidden key of the form it was written with',
  kind        VARCHAR(7)   NOT NULL CHECK (kind IN ('NEWS', 'MESSAGE')),
  title       VARCHAR(150) NOT NULL,
  body        MEDIUMTEXT   NOT NULL,
  profiles    VARCHAR(60)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'whom it is for, separated by commas',
  ends_at     DATETIME(6)  NULL COMMENT 'until when a news is shown; null for no end',
  accepted_by VARCHAR(200) NOT NULL,
  accepted_at DATETIME(6)  NOT NULL,
  KEY announcement_newest (accepted_at)
);

-- How far it has come in each of its collèges.
CREATE TABLE announcement_college (
  announcement UUID        NOT NULL,
  uai          CHAR(8)     NOT NULL,
  told_at      DATETIME(6) NULL COMMENT 'when the fact was put into the outbox of the collège',
  delivered_at DATETIME(6) NULL COMMENT 'when a module there has said so',
  people       INT         NOT NULL DEFAULT 0 COMMENT 'how many people have it',
  PRIMARY KEY (announcement, uai),
  KEY announcement_untold (told_at),
  KEY announcement_undelivered (delivered_at),
  FOREIGN KEY (announcement) REFERENCES announcement (id),
  FOREIGN KEY (uai) REFERENCES college (uai)
);
