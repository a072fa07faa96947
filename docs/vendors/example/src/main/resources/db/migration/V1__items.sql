-- What was found at the collège. Instants are UTC. The collation is named, for the search leaves
-- accents and case aside by it.
CREATE TABLE lost_and_found_item (
  id          UUID         NOT NULL PRIMARY KEY,
  what        VARCHAR(120) NOT NULL,
  place       VARCHAR(120) NOT NULL,
  found_on    DATE         NOT NULL,
  photo       UUID         NOT NULL COMMENT 'the file; all zeros for none',
  entered_by  UUID         NOT NULL,
  entered_at  DATETIME(6)  NOT NULL,
  fate        VARCHAR(20)  NOT NULL COMMENT 'WAITING, RETURNED or GIVEN_AWAY',
  returned_to VARCHAR(120) NOT NULL COMMENT 'a name as it was then; empty before',
  settled_at  DATETIME(6)  NULL COMMENT 'when it was returned or given away',
  KEY lost_and_found_item_newest (fate, found_on, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Who said that an item is theirs, each once.
CREATE TABLE lost_and_found_claim (
  id         UUID        NOT NULL PRIMARY KEY,
  item_id    UUID        NOT NULL,
  person_id  UUID        NOT NULL,
  claimed_at DATETIME(6) NOT NULL,
  UNIQUE KEY lost_and_found_claim_person (item_id, person_id),
  FOREIGN KEY (item_id) REFERENCES lost_and_found_item (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
