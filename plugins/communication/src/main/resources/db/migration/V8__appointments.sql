-- Meeting evenings and single slots, and what families book of them. Instants are UTC. Persons are
-- those of the directory. A class stands as text: it is no person, and nothing is looked for by it alone.

CREATE TABLE communication_meeting (
  id             UUID         NOT NULL PRIMARY KEY COMMENT 'the hidden key of the form that made it',
  kind           VARCHAR(8)   NOT NULL CHECK (kind IN ('EVENING', 'SLOTS')),
  title          VARCHAR(120) NOT NULL,
  starts_at      DATETIME(6)  NOT NULL,
  ends_at        DATETIME(6)  NOT NULL,
  slot_minutes   INT          NOT NULL CHECK (slot_minutes BETWEEN 5 AND 30),
  pause_minutes  INT          NOT NULL CHECK (pause_minutes BETWEEN 0 AND 30),
  travel_minutes INT          NOT NULL CHECK (travel_minutes BETWEEN 0 AND 30),
  one_per        VARCHAR(8)   NOT NULL COMMENT 'for whom a host has one place' CHECK (one_per IN ('GUARDIAN', 'CHILD')),
  opens_at       DATETIME(6)  NOT NULL,
  closes_at      DATETIME(6)  NOT NULL,
  created_by     UUID         NOT NULL,
  told           BOOLEAN      NOT NULL COMMENT 'whether families were told that they may book',
  KEY communication_meeting_end (ends_at, id),
  KEY communication_meeting_told (told, closes_at),
  KEY communication_meeting_creator (created_by)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Who receives families at a meeting, from when to when, and where.
CREATE TABLE communication_meeting_host (
  id         UUID         NOT NULL PRIMARY KEY,
  meeting_id UUID         NOT NULL,
  person_id  UUID         NOT NULL,
  present    BOOLEAN      NOT NULL,
  from_at    DATETIME(6)  NOT NULL,
  to_at      DATETIME(6)  NOT NULL,
  place      VARCHAR(200) NOT NULL,
  UNIQUE KEY communication_meeting_host_once (meeting_id, person_id),
  KEY communication_meeting_host_person (person_id),
  FOREIGN KEY (meeting_id) REFERENCES communication_meeting (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- For the families of which classes a host is there.
CREATE TABLE communication_meeting_class (
  id       UUID        NOT NULL PRIMARY KEY,
  host_id  UUID        NOT NULL,
  class_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  UNIQUE KEY communication_meeting_class_once (host_id, class_id),
  KEY communication_meeting_class_class (class_id),
  FOREIGN KEY (host_id) REFERENCES communication_meeting_host (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Which guardians were asked to come, for which child, so that the accueil asks one table.
CREATE TABLE communication_meeting_invited (
  id          UUID NOT NULL PRIMARY KEY,
  meeting_id  UUID NOT NULL,
  guardian_id UUID NOT NULL,
  child_id    UUID NOT NULL,
  UNIQUE KEY communication_meeting_invited_once (guardian_id, meeting_id, child_id),
  KEY communication_meeting_invited_child (child_id, meeting_id),
  FOREIGN KEY (meeting_id) REFERENCES communication_meeting (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- One family for each slot, and one meeting for each place that a host has: each guardian's, or the child's
-- where a meeting has one place a child. Nobody else of the family reads it.
CREATE TABLE communication_meeting_booking (
  id          UUID         NOT NULL PRIMARY KEY,
  meeting_id  UUID         NOT NULL,
  host_id     UUID         NOT NULL,
  host_person_id UUID      NOT NULL,
  child_id    UUID         NOT NULL,
  guardian_id UUID         NOT NULL COMMENT 'whose it is; the child where the school booked for somebody without an account',
  place_of    UUID         NOT NULL COMMENT 'the guardian, or the child where all who bring it have one place',
  booked_by   UUID         NOT NULL,
  class_name  VARCHAR(40)  NOT NULL,
  note        VARCHAR(200) NOT NULL,
  starts_at   DATETIME(6)  NOT NULL,
  ends_at     DATETIME(6)  NOT NULL,
  reminded    BOOLEAN      NOT NULL,
  UNIQUE KEY communication_meeting_booking_place (host_id, child_id, place_of),
  UNIQUE KEY communication_meeting_booking_slot (host_id, starts_at),
  KEY communication_meeting_booking_children (child_id, starts_at),
  KEY communication_meeting_booking_guardian (guardian_id, starts_at),
  KEY communication_meeting_booking_host (host_person_id, starts_at),
  KEY communication_meeting_booking_booker (booked_by),
  KEY communication_meeting_booking_meeting (meeting_id, starts_at),
  KEY communication_meeting_booking_reminder (reminded, starts_at),
  FOREIGN KEY (host_id) REFERENCES communication_meeting_host (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Slots that a host keeps free of families.
CREATE TABLE communication_meeting_block (
  id        UUID        NOT NULL PRIMARY KEY,
  host_id   UUID        NOT NULL,
  starts_at DATETIME(6) NOT NULL,
  UNIQUE KEY communication_meeting_block_slot (host_id, starts_at),
  FOREIGN KEY (host_id) REFERENCES communication_meeting_host (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Every five minutes in which somebody is taken, by what. The key is what keeps two families from one
-- slot, and one guardian from two teachers at once, at whatever meeting.
CREATE TABLE communication_meeting_busy (
  person_id UUID NOT NULL,
  tick      INT  NOT NULL COMMENT 'five minutes since 1970',
  taken_by  UUID NOT NULL COMMENT 'a booking or a block',
  PRIMARY KEY (person_id, tick),
  KEY communication_meeting_busy_by (taken_by)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
