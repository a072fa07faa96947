-- What a collège allows in modules beyond what holds everywhere, as its descriptor says.
ALTER TABLE college
  ADD COLUMN module_options VARCHAR(2000) NOT NULL DEFAULT '' COMMENT 'module.option, separated by commas';
