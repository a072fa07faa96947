-- What became of the scripts of a release on a copy of what one collège has.
CREATE TABLE module_trial (
  sha256       CHAR(64)      NOT NULL PRIMARY KEY,
  began        DATETIME(6)   NOT NULL,
  began_by     VARCHAR(200)  NOT NULL,
  ended        DATETIME(6)   NULL COMMENT 'not yet, or the node died',
  uai          CHAR(8)       NULL COMMENT 'whose tables were copied; without one, none were there',
  copied       BIGINT        NOT NULL DEFAULT 0 COMMENT 'rows',
  millis       BIGINT        NOT NULL DEFAULT 0 COMMENT 'that the scripts took',
  failure      VARCHAR(2000) NULL,
  back         VARCHAR(10)   NOT NULL DEFAULT 'UNTRIED' COMMENT 'UNTRIED, MISSING, DONE, FAILED',
  back_failure VARCHAR(2000) NULL
);
