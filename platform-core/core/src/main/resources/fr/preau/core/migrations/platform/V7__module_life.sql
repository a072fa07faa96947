-- A module that failed again and again at a collège answers there no more until somebody lifts it.
CREATE TABLE module_quarantine (
  uai    CHAR(8)       NOT NULL,
  module VARCHAR(40)   NOT NULL,
  sha256 CHAR(64)      NOT NULL COMMENT 'the release that failed; another one is not meant',
  reason VARCHAR(500)  NOT NULL,
  since  DATETIME(6)   NOT NULL,
  PRIMARY KEY (uai, module)
);

-- What each module cost at each collège, by the hour (UTC).
CREATE TABLE module_usage (
  hour       DATETIME    NOT NULL,
  uai        CHAR(8)     NOT NULL,
  module     VARCHAR(40) NOT NULL,
  calls      BIGINT      NOT NULL DEFAULT 0,
  errors     BIGINT      NOT NULL DEFAULT 0,
  late       BIGINT      NOT NULL DEFAULT 0 COMMENT 'calls that were given up',
  micros     BIGINT      NOT NULL DEFAULT 0 COMMENT 'time of all calls',
  statements BIGINT      NOT NULL DEFAULT 0 COMMENT 'SQL',
  bytes      BIGINT      NOT NULL DEFAULT 0 COMMENT 'of memory that was allocated',
  PRIMARY KEY (hour, module, uai),
  KEY usage_of_module (module, hour)
);
