-- What collèges decide about modules. All instants are UTC.

-- What a collège has set of a module; what has no row has the default of the manifest.
CREATE TABLE module_setting (
  uai        CHAR(8)       NOT NULL,
  module     VARCHAR(40)   NOT NULL,
  setting    VARCHAR(60)   NOT NULL COMMENT 'its key in the manifest',
  value      VARCHAR(2000) NOT NULL,
  since      DATETIME(6)   NOT NULL,
  changed_by VARCHAR(200)  NOT NULL,
  PRIMARY KEY (uai, module, setting),
  FOREIGN KEY (uai) REFERENCES college (uai)
);

-- The modules that collèges may switch on and off themselves. Without a row the Département decides.
CREATE TABLE module_offer (
  module     VARCHAR(40)  NOT NULL PRIMARY KEY,
  colleges   BOOLEAN      NOT NULL COMMENT 'whether each collège decides for itself',
  since      DATETIME(6)  NOT NULL,
  changed_by VARCHAR(200) NOT NULL
);

-- What a module keeps at a collège where it is off, on its way to being erased. The row stays when that is
-- done, and begins anew with another export.
CREATE TABLE module_erasure (
  uai         CHAR(8)      NOT NULL,
  module      VARCHAR(40)  NOT NULL,
  exported_at DATETIME(6)  NOT NULL COMMENT 'without an export since it was switched off nothing is erased',
  exported_by VARCHAR(200) NOT NULL,
  asked_at    DATETIME(6)  NULL,
  asked_by    VARCHAR(200) NULL,
  due_at      DATETIME(6)  NULL COMMENT 'until then it can be taken back',
  done_at     DATETIME(6)  NULL,
  PRIMARY KEY (uai, module),
  KEY erasure_due (due_at),
  FOREIGN KEY (uai) REFERENCES college (uai)
);
