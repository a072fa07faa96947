-- Who may write to whom at this collège, as far as it differs from what Préau begins with.

-- A cell of the matrix of profiles that the collège has changed.
CREATE TABLE communication_writing_rule (
  cell  VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY COMMENT 'writer and reader',
  reach VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  CHECK (cell IN ('PUPIL-PUPIL', 'PUPIL-TEACHER', 'PUPIL-STAFF', 'GUARDIAN-GUARDIAN', 'GUARDIAN-TEACHER',
                  'GUARDIAN-STAFF', 'TEACHER-PUPIL', 'TEACHER-GUARDIAN', 'TEACHER-TEACHER', 'TEACHER-STAFF',
                  'STAFF-PUPIL', 'STAFF-GUARDIAN', 'STAFF-TEACHER', 'STAFF-STAFF')),
  CHECK (reach IN ('NOBODY', 'OWN_CLASSES', 'EVERYBODY'))
);

-- What holds for one person, or the people of a profile around a class, instead of the matrix.
CREATE TABLE communication_writing_exception (
  id             UUID         NOT NULL PRIMARY KEY,
  writer_kind    VARCHAR(10)  NOT NULL,
  writer_id      UUID         NOT NULL COMMENT 'a person or a class',
  writer_profile VARCHAR(10)  NOT NULL,
  reader_kind    VARCHAR(10)  NOT NULL,
  reader_id      UUID         NOT NULL COMMENT 'a person; where a profile is meant, the writer again',
  reader_profile VARCHAR(10)  NOT NULL,
  reach          VARCHAR(12)  NOT NULL,
  reason         VARCHAR(200) NOT NULL,
  ends_on        DATE         NULL     COMMENT 'the last day on which it holds',
  KEY communication_exception_writer (writer_id),
  KEY communication_exception_reader (reader_id),
  CHECK (writer_kind IN ('PERSON', 'CLASS')),
  CHECK (reader_kind IN ('PROFILE', 'PERSON')),
  CHECK (writer_profile IN ('PUPIL', 'GUARDIAN', 'TEACHER', 'STAFF')),
  CHECK (reader_profile IN ('PUPIL', 'GUARDIAN', 'TEACHER', 'STAFF')),
  CHECK (reach IN ('NOBODY', 'OWN_CLASSES', 'EVERYBODY'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- What the school has done to keep people safe: who, when and what, never with whose name.
CREATE TABLE communication_safety_act (
  id         UUID         NOT NULL PRIMARY KEY,
  at         DATETIME(6)  NOT NULL,
  actor_id   UUID         NOT NULL,
  actor_name VARCHAR(200) NOT NULL,
  act        VARCHAR(30)  NOT NULL,
  detail     VARCHAR(500) NOT NULL,
  KEY communication_safety_act_newest (at),
  KEY communication_safety_act_actor (actor_id),
  CHECK (act IN ('RULE_CHANGED', 'EXCEPTION_MADE', 'EXCEPTION_ENDED', 'REPORT_CLOSED', 'WITHDRAWN',
                 'GIVEN_BACK', 'STOPPED', 'LET_GO_ON'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
