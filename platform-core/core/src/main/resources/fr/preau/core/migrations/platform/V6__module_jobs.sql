-- When each job of a module runs next at each collège, and how it went last.
CREATE TABLE module_job (
  uai           CHAR(8)      NOT NULL,
  module        VARCHAR(40)  NOT NULL,
  job           VARCHAR(40)  NOT NULL,
  schedule      VARCHAR(60)  NOT NULL COMMENT 'another one plans the job anew',
  due_at        DATETIME(6)  NOT NULL COMMENT 'as the schedule says',
  next_at       DATETIME(6)  NOT NULL COMMENT 'later than due_at after a failure',
  node          VARCHAR(80)  NULL     COMMENT 'who runs it',
  running_until DATETIME(6)  NULL     COMMENT 'when a node that has not answered is given up',
  last_started  DATETIME(6)  NULL,
  last_ended    DATETIME(6)  NULL     COMMENT 'well',
  last_failure  VARCHAR(500) NULL,
  failures      INT          NOT NULL DEFAULT 0 COMMENT 'in a row',
  PRIMARY KEY (uai, module, job),
  KEY module_job_next (next_at),
  FOREIGN KEY (uai) REFERENCES college (uai)
);
