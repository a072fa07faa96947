-- Who registers which child for the canteen, for which days, and who pays. Money is integer euro cents.

CREATE TABLE canteen_application (
  id            UUID         NOT NULL PRIMARY KEY,
  school_year   INT          NOT NULL COMMENT 'the civil year in which it begins',
  guardian_id   UUID         NOT NULL COMMENT 'who fills it in, as this place knows them',
  guardian_name VARCHAR(160) NOT NULL,
  state         VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reached       INT          NOT NULL COMMENT 'the last step that is filled in' CHECK (reached BETWEEN 0 AND 4),
  late          BOOLEAN      NOT NULL COMMENT 'sent after the campaign',
  source        VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'of the quotient',
  income        INT          NULL COMMENT 'of the tax notice, in euros' CHECK (income >= 0),
  shares        INT          NULL COMMENT 'of the tax notice, in hundredths' CHECK (shares >= 100),
  notice_file   UUID         NOT NULL COMMENT 'the tax notice; all zeros where there is none',
  income_check  VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  income_reason VARCHAR(400) NOT NULL,
  income_by     VARCHAR(160) NOT NULL COMMENT 'who checked it',
  split         VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'who pays',
  own_share     INT          NOT NULL COMMENT 'percent' CHECK (own_share BETWEEN 1 AND 100),
  own_even      BOOLEAN      NOT NULL COMMENT 'whether the weeks with even numbers are theirs',
  other_name    VARCHAR(160) NOT NULL,
  mail          VARCHAR(80)  NOT NULL,
  created_at    DATETIME(6)  NOT NULL,
  changed_at    DATETIME(6)  NOT NULL,
  sent_at       DATETIME(6)  NULL,
  version       INT          NOT NULL,
  unsent        INT          NULL COMMENT '1 as long as its guardian can change it: there is one such',
  UNIQUE KEY canteen_application_unsent (guardian_id, school_year, unsent),
  KEY canteen_application_to_check (state, income_check, sent_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

CREATE TABLE canteen_application_child (
  id              UUID         NOT NULL PRIMARY KEY,
  application_id  UUID         NOT NULL,
  school_year     INT          NOT NULL,
  college_uai     CHAR(8)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  college_name    VARCHAR(160) NOT NULL,
  pupil_id        UUID         NOT NULL COMMENT 'as the collège knows the child',
  pupil_name      VARCHAR(160) NOT NULL,
  class_name      VARCHAR(80)  NOT NULL,
  weekdays        VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'numbers of ISO 8601, with commas',
  identity_check  VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  identity_reason VARCHAR(400) NOT NULL,
  identity_by     VARCHAR(160) NOT NULL,
  decided_at      DATETIME(6)  NULL,
  valid_from      DATE         NULL COMMENT 'from when it eats as registered',
  registered      INT          NULL COMMENT '1 once it was sent: a child is registered once a school year',
  UNIQUE KEY canteen_application_child_once (school_year, pupil_id, registered),
  UNIQUE KEY canteen_application_child_of (application_id, pupil_id),
  FOREIGN KEY (application_id) REFERENCES canteen_application (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- What a collège is asked by the place that runs its canteen.
CREATE TABLE canteen_identity (
  id            UUID         NOT NULL PRIMARY KEY COMMENT 'of the child in its application',
  asked_by      CHAR(8)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the place that waits for the answer',
  school_year   INT          NOT NULL,
  pupil_id      UUID         NOT NULL,
  pupil_name    VARCHAR(160) NOT NULL,
  class_name    VARCHAR(80)  NOT NULL,
  guardian_name VARCHAR(160) NOT NULL,
  state         VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reason        VARCHAR(400) NOT NULL,
  checked_by    VARCHAR(160) NOT NULL,
  asked_at      DATETIME(6)  NOT NULL,
  checked_at    DATETIME(6)  NULL,
  KEY canteen_identity_list (state, asked_at, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
