#set( $table = $artifactId.replace("-", "_") )
-- Notes put up for everybody; instants are UTC.
CREATE TABLE ${table}_note (
  id         UUID         NOT NULL PRIMARY KEY,
  text       VARCHAR(500) NOT NULL,
  written_at DATETIME(6)  NOT NULL,
  KEY ${table}_note_newest (written_at, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
