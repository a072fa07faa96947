-- Facts that were published at another place and sent to this one. What is sent from here waits in
-- core_event_delivery under « @ » and the UAI of where it goes.
ALTER TABLE core_event
  ADD COLUMN origin CHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'where it was published; null if here';
