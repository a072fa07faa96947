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
