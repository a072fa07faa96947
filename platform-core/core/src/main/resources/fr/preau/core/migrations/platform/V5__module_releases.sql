-- The jars of modules as they came, and which of them runs. Every node brings itself to this.

CREATE TABLE module_release (
  sha256    CHAR(64)     NOT NULL PRIMARY KEY COMMENT 'of the jar',
  module    VARCHAR(40)  NOT NULL,
  version   VARCHAR(80)  NOT NULL,
  size      BIGINT       NOT NULL COMMENT 'bytes',
  file      VARCHAR(200) NOT NULL COMMENT 'the name it came with',
  manifest  MEDIUMTEXT   NOT NULL,
  signature VARCHAR(10)  NOT NULL COMMENT 'KNOWN, UNKNOWN, UNSIGNED, CHANGED or EXPIRED when it came',
  signer    VARCHAR(300) NULL,
  added_at  DATETIME(6)  NOT NULL,
  added_by  VARCHAR(200) NOT NULL,
  KEY release_of_module (module, added_at)
);

CREATE TABLE module_release_piece (
  sha256 CHAR(64)   NOT NULL,
  number INT        NOT NULL COMMENT 'from 0',
  bytes  MEDIUMBLOB NOT NULL,
  PRIMARY KEY (sha256, number),
  FOREIGN KEY (sha256) REFERENCES module_release (sha256) ON DELETE CASCADE
);

-- What should run. A module that was removed keeps its row, so that a jar that still lies somewhere
-- does not bring it back.
CREATE TABLE module_desired (
  module     VARCHAR(40)  NOT NULL PRIMARY KEY,
  sha256     CHAR(64)     NULL COMMENT 'the release that runs; null: removed',
  previous   CHAR(64)     NULL COMMENT 'the release that ran before; serves where the new one can not',
  since      DATETIME(6)  NOT NULL,
  changed_by VARCHAR(200) NOT NULL,
  FOREIGN KEY (sha256) REFERENCES module_release (sha256),
  FOREIGN KEY (previous) REFERENCES module_release (sha256)
);

CREATE TABLE module_grant (
  module     VARCHAR(40)   NOT NULL,
  permission VARCHAR(60)   NOT NULL,
  hosts      VARCHAR(2000) NOT NULL DEFAULT '' COMMENT 'with network: the servers, separated by commas',
  since      DATETIME(6)   NOT NULL,
  granted_by VARCHAR(200)  NOT NULL,
  PRIMARY KEY (module, permission)
);

-- What each node runs of it, and why not.
CREATE TABLE module_on_node (
  node    VARCHAR(80)   NOT NULL,
  module  VARCHAR(40)   NOT NULL,
  sha256  CHAR(64)      NULL COMMENT 'the release that runs there',
  failure VARCHAR(2000) NULL COMMENT 'why the desired one does not',
  at      DATETIME(6)   NOT NULL,
  PRIMARY KEY (node, module)
);

-- Until now a migration that failed hid which version was there before.
ALTER TABLE module_schema
  MODIFY COLUMN version VARCHAR(40) NOT NULL COMMENT 'the last one that was reached; empty: none',
  ADD COLUMN failed_version VARCHAR(40) NULL COMMENT 'the one that could not be reached' AFTER version,
  MODIFY COLUMN failure VARCHAR(2000) NULL COMMENT 'why',
  ADD COLUMN millis BIGINT NOT NULL DEFAULT 0 COMMENT 'how long the last migration took';

UPDATE module_schema SET failed_version = version, version = '' WHERE failure IS NOT NULL;
