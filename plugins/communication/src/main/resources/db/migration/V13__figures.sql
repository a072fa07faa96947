-- How much is written at this collège and how soon it is read, hour by hour, without anybody's name.
CREATE TABLE communication_figure (
  sent_in    DATETIME(6) NOT NULL PRIMARY KEY COMMENT 'the beginning of the hour',
  letters    INT         NOT NULL,
  readers    INT         NOT NULL COMMENT 'how many received them',
  read_soon  INT         NOT NULL COMMENT 'how many of these had read a day later',
  answered   INT         NOT NULL COMMENT 'how many of these had answered a day later'
);

ALTER TABLE communication_letter
  ADD KEY communication_letter_age (sent_at);
