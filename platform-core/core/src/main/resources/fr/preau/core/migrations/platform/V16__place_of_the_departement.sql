-- The Département's own place stands beside its collèges, under a UAI that no school has.
ALTER TABLE college
  MODIFY state VARCHAR(12) NOT NULL COMMENT 'ACTIVE or PREPARED; DEPARTEMENT of its own place';
