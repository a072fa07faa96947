-- Which other versions of a module a node still has in memory: tables are not undone under their hands.
ALTER TABLE module_on_node
  ADD COLUMN beside VARCHAR(1000) NOT NULL DEFAULT ''
    COMMENT 'the SHA-256 of other releases that still serve or drain there, separated by commas' AFTER sha256;
