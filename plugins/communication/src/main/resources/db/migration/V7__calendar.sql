-- Events of the collège, of classes, and of one person. Days and minutes are those of Paris, not
-- UTC: what is at 17:00 each week stays at 17:00 when the clocks change. Moments of changes are UTC.

CREATE TABLE communication_calendar_event (
  id            UUID         NOT NULL PRIMARY KEY,
  author_id     UUID         NOT NULL COMMENT 'a person of the directory; nobody any more once they were erased',
  kind          VARCHAR(10)  NOT NULL CHECK (kind IN ('COLLEGE', 'CLASSES', 'PERSONAL')),
  for_pupils    BOOLEAN      NOT NULL,
  for_guardians BOOLEAN      NOT NULL,
  for_teachers  BOOLEAN      NOT NULL,
  title         VARCHAR(150) NOT NULL,
  place         VARCHAR(150) NOT NULL,
  details       TEXT         NOT NULL,
  all_day       BOOLEAN      NOT NULL,
  first_day     DATE         NOT NULL COMMENT 'of the first time',
  from_minute   INT          NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),
  last_day      DATE         NOT NULL COMMENT 'of the first time',
  to_minute     INT          NOT NULL CHECK (to_minute BETWEEN 0 AND 1439),
  repeats_until DATE         NOT NULL COMMENT 'each week until then; the first day when it does not repeat',
  skips_holidays BOOLEAN     NOT NULL,
  ends_on       DATE         NOT NULL COMMENT 'the last day of the last time',
  cancelled     BOOLEAN      NOT NULL,
  withdrawn     BOOLEAN      NOT NULL DEFAULT FALSE COMMENT 'taken from everybody by the school',
  uid           VARCHAR(255) NOT NULL COMMENT 'as calendars of other programs know it, RFC 5545',
  revision      INT          NOT NULL COMMENT 'how often it was changed',
  changed_at    DATETIME(6)  NOT NULL,
  KEY communication_calendar_event_days (ends_on, first_day),
  KEY communication_calendar_event_author (author_id, ends_on),
  KEY communication_calendar_event_uid (uid)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

CREATE TABLE communication_calendar_class (
  id       UUID NOT NULL PRIMARY KEY,
  event_id UUID NOT NULL,
  class_id UUID NOT NULL,
  UNIQUE KEY communication_calendar_class_once (event_id, class_id),
  KEY communication_calendar_class_events (class_id),
  FOREIGN KEY (event_id) REFERENCES communication_calendar_event (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- One time of an event that repeats, which does not take place: shown as cancelled, or left out.
CREATE TABLE communication_calendar_exception (
  id       UUID        NOT NULL PRIMARY KEY,
  event_id UUID        NOT NULL,
  day      DATE        NOT NULL,
  kind     VARCHAR(10) NOT NULL CHECK (kind IN ('CANCELLED', 'LEFT_OUT')),
  UNIQUE KEY communication_calendar_exception_once (event_id, day),
  KEY communication_calendar_exception_days (day),
  FOREIGN KEY (event_id) REFERENCES communication_calendar_event (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- The secret address under which calendars of other programs fetch what its owner sees.
CREATE TABLE communication_calendar_feed (
  owner_id     UUID        NOT NULL PRIMARY KEY,
  secret_hash  CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256; the secret itself is nowhere',
  made_at      DATETIME(6) NOT NULL,
  UNIQUE KEY communication_calendar_feed_secret (secret_hash)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- A calendar file of another program between its preview and its import; gone with that, or after a day.
CREATE TABLE communication_calendar_import (
  id       UUID        NOT NULL PRIMARY KEY,
  owner_id UUID        NOT NULL,
  kind     VARCHAR(10) NOT NULL CHECK (kind IN ('COLLEGE', 'PERSONAL')),
  content  MEDIUMTEXT  NOT NULL,
  brought_at DATETIME(6) NOT NULL,
  KEY communication_calendar_import_owner (owner_id),
  KEY communication_calendar_import_age (brought_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
