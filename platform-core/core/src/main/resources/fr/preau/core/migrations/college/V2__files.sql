-- Files that modules keep. They lie here and not beside the database, so that a collège is dumped, restored
-- and erased as one, and a file is kept or not kept together with the rows that name it. Instants are UTC.

CREATE TABLE core_file (
  id           UUID         NOT NULL PRIMARY KEY,
  module       VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the id of the module whose file it is',
  name         VARCHAR(255) COLLATE utf8mb4_bin NOT NULL,
  content_type VARCHAR(127) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'by its content',
  size         BIGINT       NOT NULL COMMENT 'in bytes',
  sha256       CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at   DATETIME(6)  NOT NULL,
  -- The use of room of a module is read from here alone.
  KEY core_file_of_module (module, size)
);

-- 256 KiB each, the last one less. There is no foreign key: size and digest are known once all pieces
-- are written, so the pieces come first, in the same transaction.
CREATE TABLE core_file_piece (
  file_id UUID       NOT NULL,
  number  INT        NOT NULL COMMENT 'from 0',
  content MEDIUMBLOB NOT NULL,
  PRIMARY KEY (file_id, number)
);
