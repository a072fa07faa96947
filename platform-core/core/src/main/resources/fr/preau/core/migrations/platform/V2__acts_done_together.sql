-- One act can change many collèges; what was done together is found together, to be undone together.
ALTER TABLE audit_entry
  ADD COLUMN act_id UUID NULL COMMENT 'the same for all entries of one act at several collèges',
  ADD KEY audit_act (act_id);
