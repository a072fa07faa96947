-- What somebody has let out lately, on whatever road: counted so that a stolen account is stopped.
CREATE TABLE communication_writing_act (
  person_id UUID        NOT NULL,
  act       CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'what tells it from others: sent again, it counts once',
  readers   INT         NOT NULL,
  done_at   DATETIME(6) NOT NULL,
  PRIMARY KEY (person_id, act),
  KEY communication_writing_act_when (person_id, done_at),
  KEY communication_writing_act_old (done_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
