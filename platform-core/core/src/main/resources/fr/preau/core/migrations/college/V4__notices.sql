-- What modules have told people, one row a person. A row goes 90 days after it was told. All instants are UTC.

CREATE TABLE core_notice (
  id        BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  person_id UUID         NOT NULL COMMENT 'who is told',
  module    VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind      VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  told_key  VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'names the thing within the module',
  title     VARCHAR(150) NOT NULL,
  path      VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'below the module',
  child_id  UUID         NULL     COMMENT 'whom it concerns',
  urgency   VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL CHECK (urgency IN ('NORMAL', 'EMERGENCY')),
  told_at   DATETIME(6)  NOT NULL,
  seen_at   DATETIME(6)  NULL,
  pending   BOOLEAN      NOT NULL DEFAULT TRUE COMMENT 'nobody has looked yet whether it is sent by mail',
  -- Nobody is told the same twice, also by two requests at once.
  UNIQUE KEY core_notice_once (module, told_key, person_id),
  KEY core_notice_newest (person_id, told_at, id),
  KEY core_notice_unseen (person_id, seen_at),
  KEY core_notice_pending (pending, id),
  KEY core_notice_age (told_at),
  KEY core_notice_child (child_id)
);
