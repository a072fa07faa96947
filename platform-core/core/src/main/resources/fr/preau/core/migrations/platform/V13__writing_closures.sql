-- Where writing is, or was, closed: one row for all collèges, or one for each that was named. Instants are
-- UTC. A row that was opened again stays: the form that closed it, sent twice, closes nothing a second time.
CREATE TABLE writing_closure (
  id        UUID         NOT NULL PRIMARY KEY COMMENT 'made of the act and the collège',
  uai       CHAR(8)      NULL     COMMENT 'null: all collèges, also those of tomorrow',
  closer    VARCHAR(12)  NOT NULL COMMENT 'who may open it again',
  profiles  SET('PUPIL', 'GUARDIAN', 'TEACHER', 'STAFF') NOT NULL,
  notice    VARCHAR(500) NOT NULL,
  since     DATETIME(6)  NOT NULL,
  until     DATETIME(6)  NULL     COMMENT 'when it opens by itself',
  closed_by VARCHAR(200) NOT NULL,
  opened_at DATETIME(6)  NULL,
  opened_by VARCHAR(200) NULL,
  KEY writing_closed (opened_at, since),
  CHECK (closer IN ('DEPARTEMENT', 'COLLEGE')),
  FOREIGN KEY (uai) REFERENCES college (uai)
);
