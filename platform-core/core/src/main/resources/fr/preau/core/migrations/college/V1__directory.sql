-- Who is at this collège and who belongs to whom, as the académie delivers it (AAF 2D).
-- Codes of the académie are compared byte by byte; names as a French reader compares them.

-- Anybody of the collège. Who is missing in a delivery has left and stays, since other tables name
-- them; who comes back is the same person again.
CREATE TABLE person (
  id          UUID         NOT NULL PRIMARY KEY,
  academic_id VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE
                           COMMENT 'ENTPersonJointure',
  profile     VARCHAR(10)  NOT NULL,
  given_name  VARCHAR(100) NOT NULL,
  family_name VARCHAR(100) NOT NULL,
  birth_name  VARCHAR(100) NULL,
  other_given_names VARCHAR(200) NULL,
  title       VARCHAR(20)  NULL,
  birth_date  DATE         NULL,
  functions   VARCHAR(120) NOT NULL DEFAULT '' COMMENT 'what staff_function says in our words',
  left_on     DATE         NULL     COMMENT 'first day away; null for who is here',
  -- What people type when they look for somebody, in either order.
  family_first VARCHAR(201) GENERATED ALWAYS AS (CONCAT(family_name, ' ', given_name)) STORED,
  given_first  VARCHAR(201) GENERATED ALWAYS AS (CONCAT(given_name, ' ', family_name)) STORED,
  KEY person_by_name (profile, left_on, family_name, given_name),
  KEY person_family_first (family_first),
  KEY person_given_first (given_first)
);

-- Where a person lives and how to reach them: apart, since few may read it.
CREATE TABLE person_contact (
  person_id UUID         NOT NULL PRIMARY KEY,
  street    VARCHAR(400) NULL,
  postcode  VARCHAR(20)  NULL,
  city      VARCHAR(100) NULL,
  country   VARCHAR(100) NULL,
  phone     VARCHAR(40)  NULL,
  mobile    VARCHAR(40)  NULL,
  mail      VARCHAR(254) NULL,
  share_address BOOLEAN   NULL COMMENT 'a guardian lets associations of parents have the address',
  text_mobile VARCHAR(40) NULL COMMENT 'the number at which a guardian accepts text messages',
  FOREIGN KEY (person_id) REFERENCES person (id)
);

CREATE TABLE pupil (
  person_id   UUID         NOT NULL PRIMARY KEY,
  ine         VARCHAR(20)  NULL COMMENT 'national identity of a pupil',
  level       VARCHAR(60)  NULL COMMENT 'as in 5EME',
  mef         VARCHAR(20)  NULL COMMENT 'code of the course of study',
  mef_label   VARCHAR(100) NULL,
  regime      VARCHAR(60)  NULL COMMENT 'half board or not, as delivered',
  scholarship BOOLEAN      NULL,
  transport   BOOLEAN      NULL,
  FOREIGN KEY (person_id) REFERENCES person (id)
);

CREATE TABLE school_class (
  id        UUID        NOT NULL PRIMARY KEY,
  code      VARCHAR(40) COLLATE utf8mb4_bin NOT NULL UNIQUE,
  name      VARCHAR(80) NOT NULL,
  closed_on DATE        NULL
);

CREATE TABLE class_member (
  class_id  UUID NOT NULL,
  person_id UUID NOT NULL,
  PRIMARY KEY (class_id, person_id),
  KEY class_of_pupil (person_id, class_id),
  FOREIGN KEY (class_id) REFERENCES school_class (id),
  FOREIGN KEY (person_id) REFERENCES person (id)
);

CREATE TABLE school_group (
  id        UUID        NOT NULL PRIMARY KEY,
  code      VARCHAR(40) COLLATE utf8mb4_bin NOT NULL UNIQUE,
  name      VARCHAR(80) NOT NULL,
  closed_on DATE        NULL
);

CREATE TABLE group_member (
  group_id  UUID NOT NULL,
  person_id UUID NOT NULL,
  PRIMARY KEY (group_id, person_id),
  KEY group_of_pupil (person_id, group_id),
  FOREIGN KEY (group_id) REFERENCES school_group (id),
  FOREIGN KEY (person_id) REFERENCES person (id)
);

-- The dated link between an adult and a child. A link whose rights change ends, and a new one
-- begins the same day; it holds from valid_from until the day before valid_until.
CREATE TABLE guardianship (
  adult_id    UUID        NOT NULL,
  child_id    UUID        NOT NULL,
  valid_from  DATE        NOT NULL,
  valid_until DATE        NULL COMMENT 'first day on which it does not hold any more',
  relation    VARCHAR(10) NOT NULL COMMENT 'code of the académie: 10 mother, 20 father ...',
  legal       BOOLEAN     NOT NULL,
  in_charge   BOOLEAN     NOT NULL COMMENT 'has the pupil in charge without parental authority',
  payer       BOOLEAN     NOT NULL COMMENT 'is asked for the money',
  payee       BOOLEAN     NOT NULL COMMENT 'part « paiement » of the delivery',
  contact     BOOLEAN     NOT NULL,
  PRIMARY KEY (adult_id, child_id, valid_from),
  KEY guardianship_of_child (child_id, valid_until, adult_id),
  FOREIGN KEY (adult_id) REFERENCES person (id),
  FOREIGN KEY (child_id) REFERENCES person (id)
);

CREATE TABLE subject (
  id         UUID         NOT NULL PRIMARY KEY,
  code       VARCHAR(20)  COLLATE utf8mb4_bin NOT NULL UNIQUE,
  label      VARCHAR(120) NOT NULL,
  closed_on  DATE         NULL
);

CREATE TABLE teaching (
  class_id   UUID NOT NULL,
  teacher_id UUID NOT NULL,
  subject_id UUID NOT NULL,
  PRIMARY KEY (class_id, teacher_id, subject_id),
  KEY teaching_of_teacher (teacher_id, class_id),
  FOREIGN KEY (class_id) REFERENCES school_class (id),
  FOREIGN KEY (teacher_id) REFERENCES person (id),
  FOREIGN KEY (subject_id) REFERENCES subject (id)
);

CREATE TABLE group_teaching (
  group_id   UUID NOT NULL,
  teacher_id UUID NOT NULL,
  subject_id UUID NOT NULL,
  PRIMARY KEY (group_id, teacher_id, subject_id),
  KEY group_teaching_of_teacher (teacher_id, group_id),
  FOREIGN KEY (group_id) REFERENCES school_group (id),
  FOREIGN KEY (teacher_id) REFERENCES person (id),
  FOREIGN KEY (subject_id) REFERENCES subject (id)
);

CREATE TABLE head_teacher (
  class_id   UUID NOT NULL,
  teacher_id UUID NOT NULL,
  PRIMARY KEY (class_id, teacher_id),
  KEY class_of_head_teacher (teacher_id, class_id),
  FOREIGN KEY (class_id) REFERENCES school_class (id),
  FOREIGN KEY (teacher_id) REFERENCES person (id)
);

-- What somebody of the personnel does here, in the académie's codes.
CREATE TABLE staff_function (
  person_id  UUID         NOT NULL,
  code       VARCHAR(20)  COLLATE utf8mb4_bin NOT NULL,
  discipline VARCHAR(20)  COLLATE utf8mb4_bin NOT NULL DEFAULT '',
  label      VARCHAR(120) NOT NULL,
  PRIMARY KEY (person_id, code, discipline),
  FOREIGN KEY (person_id) REFERENCES person (id)
);
