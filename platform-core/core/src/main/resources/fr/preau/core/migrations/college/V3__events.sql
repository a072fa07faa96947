-- What modules tell each other. The names begin with core_, as no module's tables can.
-- All instants are UTC.

-- Facts, written by the same commit as what they are about.
CREATE TABLE core_event (
  seq       BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY
                        COMMENT 'drawn by the last statements before the commit: of two facts about the same row, the earlier commit has the smaller',
  id        UUID        NOT NULL UNIQUE,
  name      VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'module.Fact',
  publisher VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject   VARCHAR(120) COLLATE utf8mb4_bin NOT NULL COMMENT 'facts on one subject keep their order',
  body      MEDIUMTEXT  NOT NULL COMMENT 'JSON',
  at        DATETIME(6) NOT NULL,
  KEY event_age (at)
);

-- Who hears a fact from its publication on, also while it is switched off for a while.
CREATE TABLE core_event_listener (
  name      VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  module    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  since     DATETIME(6) NOT NULL,
  off_since DATETIME(6) NULL,
  PRIMARY KEY (name, module),
  KEY listener_module (module)
);

-- What a module has still to handle. The row goes by the same commit as what the module does.
CREATE TABLE core_event_delivery (
  module    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  seq       BIGINT      NOT NULL,
  subject   VARCHAR(120) COLLATE utf8mb4_bin NOT NULL,
  tries     INT         NOT NULL DEFAULT 0,
  retry_at  DATETIME(6) NULL COMMENT 'not before; null if it never failed',
  failure   VARCHAR(500) NULL,
  PRIMARY KEY (module, seq),
  KEY delivery_order (module, subject, seq),
  KEY delivery_retry (module, retry_at),
  FOREIGN KEY (seq) REFERENCES core_event (seq)
);

-- What a module could not handle after many tries, until somebody decides.
CREATE TABLE core_event_set_aside (
  module    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  seq       BIGINT      NOT NULL,
  tries     INT         NOT NULL,
  reason    VARCHAR(500) NOT NULL,
  at        DATETIME(6) NOT NULL,
  PRIMARY KEY (module, seq),
  FOREIGN KEY (seq) REFERENCES core_event (seq)
);
