-- What belongs to no collège: tenants, accounts and memberships, sessions, modules, audit, imports.
-- All instants are UTC.

CREATE TABLE college (
  uai            CHAR(8)      NOT NULL PRIMARY KEY,
  slug           VARCHAR(60)  NOT NULL UNIQUE,
  name           VARCHAR(120) NOT NULL,
  commune        VARCHAR(80)  NOT NULL,
  street         VARCHAR(160) NOT NULL,
  postcode       CHAR(5)      NOT NULL,
  accent         CHAR(7)      NOT NULL,
  state          VARCHAR(10)  NOT NULL COMMENT 'ACTIVE or PREPARED',
  expected_pupils INT         NOT NULL COMMENT 'the head count of its descriptor',
  provisioned_at DATETIME(6)  NULL     COMMENT 'when its schema and role were ready'
);

CREATE TABLE account (
  id            UUID         NOT NULL PRIMARY KEY,
  academic_id   VARCHAR(64)  NULL UNIQUE COMMENT 'ENTPersonJointure: one human, one account',
  login         VARCHAR(80)  NULL UNIQUE,
  password_hash VARCHAR(255) NULL,
  given_name    VARCHAR(100) NOT NULL,
  family_name   VARCHAR(100) NOT NULL,
  operator      BOOLEAN      NOT NULL DEFAULT FALSE COMMENT 'works for the Département',
  locked        BOOLEAN      NOT NULL DEFAULT FALSE,
  created_at    DATETIME(6)  NOT NULL
);

-- One row for each profile of a human at a collège.
CREATE TABLE membership (
  account_id UUID         NOT NULL,
  uai        CHAR(8)      NOT NULL,
  profile    VARCHAR(10)  NOT NULL,
  person_id  UUID         NOT NULL COMMENT 'person of the schema of the collège',
  functions  VARCHAR(120) NOT NULL DEFAULT '' COMMENT 'of staff, separated by commas',
  PRIMARY KEY (account_id, uai, profile),
  KEY membership_of_person (uai, person_id),
  FOREIGN KEY (account_id) REFERENCES account (id),
  FOREIGN KEY (uai) REFERENCES college (uai)
);

-- A sign-in that has not ended; the cookie names it, so that it can be revoked.
CREATE TABLE session (
  id         UUID        NOT NULL PRIMARY KEY,
  account_id UUID        NOT NULL,
  started_at DATETIME(6) NOT NULL,
  ends_at    DATETIME(6) NOT NULL,
  revoked_at DATETIME(6) NULL,
  KEY session_of_account (account_id),
  KEY session_end (ends_at),
  FOREIGN KEY (account_id) REFERENCES account (id)
);

-- Failures are counted for what was typed, known or not, so that both answer alike.
CREATE TABLE sign_in_failure (
  login_digest BINARY(32)  NOT NULL PRIMARY KEY,
  failures     INT         NOT NULL,
  last_at      DATETIME(6) NOT NULL
);

CREATE TABLE module_state (
  uai        CHAR(8)      NOT NULL,
  module     VARCHAR(40)  NOT NULL,
  enabled    BOOLEAN      NOT NULL,
  since      DATETIME(6)  NOT NULL,
  changed_by VARCHAR(200) NOT NULL,
  PRIMARY KEY (uai, module),
  FOREIGN KEY (uai) REFERENCES college (uai)
);

-- How far the tables of a module are at a collège; spares a look into each schema at every start.
CREATE TABLE module_schema (
  uai     CHAR(8)       NOT NULL,
  module  VARCHAR(40)   NOT NULL,
  version VARCHAR(40)   NOT NULL,
  failure VARCHAR(2000) NULL COMMENT 'why the migration to this version failed',
  at      DATETIME(6)   NOT NULL,
  PRIMARY KEY (uai, module)
);

CREATE TABLE audit_entry (
  id      UUID         NOT NULL PRIMARY KEY,
  at      DATETIME(6)  NOT NULL,
  actor   UUID         NULL     COMMENT 'account; null for the system itself',
  actor_name VARCHAR(200) NOT NULL,
  act     VARCHAR(60)  NOT NULL,
  subject VARCHAR(120) NOT NULL,
  uai     CHAR(8)      NULL,
  detail  VARCHAR(500) NOT NULL DEFAULT '',
  KEY audit_time (at)
);

-- The last import of each collège.
CREATE TABLE import_run (
  uai         CHAR(8)       NOT NULL PRIMARY KEY,
  state       VARCHAR(10)   NOT NULL COMMENT 'WAITING, RUNNING, DONE, REFUSED or FAILED',
  done        INT           NOT NULL DEFAULT 0 COMMENT 'entries read',
  total       INT           NOT NULL DEFAULT 0 COMMENT 'entries expected, about',
  message     VARCHAR(1000) NOT NULL DEFAULT '',
  pupils      INT           NOT NULL DEFAULT 0,
  guardians   INT           NOT NULL DEFAULT 0,
  teachers    INT           NOT NULL DEFAULT 0,
  staff       INT           NOT NULL DEFAULT 0,
  classes     INT           NOT NULL DEFAULT 0,
  started_at  DATETIME(6)   NULL,
  finished_at DATETIME(6)   NULL,
  FOREIGN KEY (uai) REFERENCES college (uai)
);

-- Work that one node does for all: who holds it, and until when.
CREATE TABLE job_lease (
  job     VARCHAR(80)  NOT NULL PRIMARY KEY,
  node    VARCHAR(80)  NOT NULL,
  until   DATETIME(6)  NOT NULL
);

-- The files that were taken last for each collège; a second look at the same ones does nothing.
CREATE TABLE delivery (
  uai         CHAR(8)     NOT NULL PRIMARY KEY,
  fingerprint CHAR(64)    NOT NULL COMMENT 'SHA-256 of names, sizes and dates; empty: unreadable',
  taken_at    DATETIME(6) NOT NULL,
  failures    INT         NOT NULL DEFAULT 0 COMMENT 'in a row, for these files',
  retry_at    DATETIME(6) NULL     COMMENT 'when they are tried again; null if they are done with'
);
