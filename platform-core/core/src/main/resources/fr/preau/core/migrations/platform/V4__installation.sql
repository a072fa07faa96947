-- Whether this database is a demonstration's, with invented people and passwords that everybody
-- knows, or a real one. A node refuses to start the other way.
CREATE TABLE installation (
  id    TINYINT     NOT NULL PRIMARY KEY CHECK (id = 1),
  demo  BOOLEAN     NOT NULL,
  since DATETIME(6) NOT NULL
);

-- Of those from before, a demonstration is known by the login of its operator.
INSERT INTO installation
  SELECT 1, EXISTS (SELECT 1 FROM account WHERE login = 'departement' AND operator), UTC_TIMESTAMP(6)
  FROM account LIMIT 1;
