-- The line of a collège: badges, and who passed. Days are those of Paris.

CREATE TABLE canteen_badge (
  badge_number VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  person_id    UUID         NOT NULL,
  given_by     VARCHAR(160) NOT NULL,
  given_at     DATETIME(6)  NOT NULL,
  blocked_at   DATETIME(6)  NULL COMMENT 'lost or replaced; it is never given again',
  KEY canteen_badge_person (person_id),
  KEY canteen_badge_blocked (blocked_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

CREATE TABLE canteen_line_day (
  day       DATE         NOT NULL PRIMARY KEY,
  closed_at DATETIME(6)  NULL COMMENT 'from then on who runs the canteen is told of every change',
  closed_by VARCHAR(160) NOT NULL
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

CREATE TABLE canteen_line_device (
  id        UUID         NOT NULL PRIMARY KEY COMMENT 'one for each opening of the line on a device',
  day       DATE         NOT NULL,
  device_number INT      NOT NULL COMMENT 'as people name it: appareil 2; 0 is by hand',
  last_seq  INT          NOT NULL COMMENT 'all entries up to this one are there',
  last_seal CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'what the next one follows',
  aside     INT          NOT NULL COMMENT 'how many of its entries were set aside',
  opened_by VARCHAR(160) NOT NULL,
  opened_at DATETIME(6)  NOT NULL,
  heard_at  DATETIME(6)  NOT NULL,
  UNIQUE KEY canteen_line_device_day (day, device_number)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

CREATE TABLE canteen_line_entry (
  device_id   UUID        NOT NULL,
  seq         INT         NOT NULL,
  day         DATE        NOT NULL,
  passed_at   DATETIME(3) NOT NULL COMMENT 'by the clock of the device',
  kind        VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  person_id   UUID        NOT NULL COMMENT 'zero for whoever is only counted',
  people      INT         NOT NULL COMMENT 'how many',
  undo_device UUID        NOT NULL COMMENT 'zero where nothing is undone',
  undo_seq    INT         NOT NULL,
  seal        CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  received_at DATETIME(6) NOT NULL,
  PRIMARY KEY (device_id, seq),
  KEY canteen_line_entry_day (day, received_at),
  KEY canteen_line_entry_person (person_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- What a device said and can't be counted: kept until somebody has looked at it.
CREATE TABLE canteen_line_aside (
  device_id   UUID         NOT NULL,
  seq         INT          NOT NULL COMMENT '0 where it can not be read',
  digest      CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256 of what came',
  day         DATE         NOT NULL,
  reason      VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  person_id   UUID         NOT NULL COMMENT 'zero where none is named',
  content     VARCHAR(300) NOT NULL COMMENT 'as it came',
  received_at DATETIME(6)  NOT NULL,
  PRIMARY KEY (device_id, seq, digest),
  KEY canteen_line_aside_day (day),
  KEY canteen_line_aside_person (person_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

CREATE TABLE canteen_line_told (
  day       DATE NOT NULL,
  pupil_id  UUID NOT NULL,
  PRIMARY KEY (day, pupil_id),
  KEY canteen_line_told_pupil (pupil_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci COMMENT 'whose meals who runs the canteen knows of';
