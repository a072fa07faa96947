-- Surveys. Instants are UTC. Of an anonymous survey the answers stand alone: see Answering.

CREATE TABLE communication_survey (
  id          UUID         NOT NULL PRIMARY KEY COMMENT 'the hidden key of the form that made it',
  author_id   UUID         NOT NULL,
  author_profile VARCHAR(8) NOT NULL COMMENT 'to whom writing may be closed, and then it does not open' CHECK (author_profile IN ('TEACHER', 'STAFF')),
  title       VARCHAR(150) NOT NULL,
  intro       TEXT         NOT NULL,
  asks        VARCHAR(8)   NOT NULL CHECK (asks IN ('GUARDIAN', 'PUPIL', 'TEACHER', 'STAFF')),
  per_family  BOOLEAN      NOT NULL,
  anonymous   BOOLEAN      NOT NULL,
  published   BOOLEAN      NOT NULL,
  withdrawn   BOOLEAN      NOT NULL DEFAULT FALSE COMMENT 'taken from everybody by the school; not published then',
  told        BOOLEAN      NOT NULL COMMENT 'whether people were told that it is open',
  opens_at    DATETIME(6)  NOT NULL,
  closes_at   DATETIME(6)  NOT NULL,
  KEY communication_survey_author (author_id, closes_at),
  KEY communication_survey_close (closes_at, id),
  KEY communication_survey_told (told, closes_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- The classes that are asked; none for the whole collège. A class is no person and stands as text.
CREATE TABLE communication_survey_class (
  id        UUID        NOT NULL PRIMARY KEY,
  survey_id UUID        NOT NULL,
  class_id  VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  UNIQUE KEY communication_survey_class_once (survey_id, class_id),
  FOREIGN KEY (survey_id) REFERENCES communication_survey (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

CREATE TABLE communication_survey_question (
  id         UUID         NOT NULL PRIMARY KEY,
  survey_id  UUID         NOT NULL,
  place      INT          NOT NULL CHECK (place BETWEEN 1 AND 20),
  kind       VARCHAR(8)   NOT NULL CHECK (kind IN ('ONE', 'SEVERAL', 'SCALE', 'YES_NO', 'TEXT')),
  wording    VARCHAR(300) NOT NULL,
  choices    TEXT         NOT NULL COMMENT 'one a line',
  required   BOOLEAN      NOT NULL,
  UNIQUE KEY communication_survey_question_place (survey_id, place),
  FOREIGN KEY (survey_id) REFERENCES communication_survey (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Who is asked, and for which family: a child where a family answers once, else the person.
CREATE TABLE communication_survey_asked (
  id        UUID NOT NULL PRIMARY KEY,
  survey_id UUID NOT NULL,
  person_id UUID NOT NULL,
  unit_id   UUID NOT NULL,
  UNIQUE KEY communication_survey_asked_once (person_id, survey_id, unit_id),
  KEY communication_survey_asked_unit (survey_id, unit_id),
  FOREIGN KEY (survey_id) REFERENCES communication_survey (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Who has answered, and nothing else: no instant, no number, no way to what was answered. The key is
-- all there is, so rows lie in the order of people and not of their coming.
CREATE TABLE communication_survey_done (
  survey_id UUID NOT NULL,
  unit_id   UUID NOT NULL,
  PRIMARY KEY (survey_id, unit_id),
  KEY communication_survey_done_unit (unit_id),
  FOREIGN KEY (survey_id) REFERENCES communication_survey (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Who has answered a survey that is not anonymous.
CREATE TABLE communication_survey_reply (
  id          UUID        NOT NULL PRIMARY KEY,
  survey_id   UUID        NOT NULL,
  person_id   UUID        NOT NULL,
  answered_at DATETIME(6) NOT NULL,
  KEY communication_survey_reply_newest (survey_id, answered_at),
  KEY communication_survey_reply_person (person_id),
  FOREIGN KEY (survey_id) REFERENCES communication_survey (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- One answer to one question, under an identity drawn by chance, which is also the order of the rows.
CREATE TABLE communication_survey_answer (
  id          UUID        NOT NULL PRIMARY KEY,
  survey_id   UUID        NOT NULL,
  question_id UUID        NOT NULL,
  reply       VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the reply; empty when the survey is anonymous',
  value       TEXT        COLLATE utf8mb4_bin NOT NULL,
  KEY communication_survey_answer_question (question_id),
  KEY communication_survey_answer_reply (reply),
  FOREIGN KEY (survey_id) REFERENCES communication_survey (id) ON DELETE CASCADE,
  FOREIGN KEY (question_id) REFERENCES communication_survey_question (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
