-- Who has looked at the telephone numbers of the guardians to call, and when.
CREATE TABLE communication_circular_call (
  id          UUID        NOT NULL PRIMARY KEY,
  circular_id UUID        NOT NULL,
  caller_id   UUID        NOT NULL COMMENT 'who looked',
  at          DATETIME(6) NOT NULL,
  children    INT         NOT NULL COMMENT 'of how many the numbers were shown',
  KEY communication_circular_call_of (circular_id, at),
  KEY communication_circular_call_by (caller_id),
  KEY communication_circular_call_at (at),
  FOREIGN KEY (circular_id) REFERENCES communication_circular (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
