-- A letter can be taken back for some seconds, and sent at a time of one's choice. Until it can't
-- be taken back any more its words stay in the draft it came from.
ALTER TABLE communication_draft
  ADD COLUMN letter_id   UUID        NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000' COMMENT 'what it became, while its words are still here; else all zeros',
  ADD COLUMN send_at     DATETIME(6) NULL,
  ADD COLUMN send_failed BOOLEAN     NOT NULL DEFAULT FALSE COMMENT 'at its time it could not be sent',
  ADD KEY communication_draft_letter (letter_id),
  ADD KEY communication_draft_due (send_at);

ALTER TABLE communication_letter
  ADD COLUMN told BOOLEAN NOT NULL DEFAULT TRUE COMMENT 'whether its recipients were told of it',
  ADD KEY communication_letter_told (told, sent_at);

ALTER TABLE communication_posted_form
  ADD KEY communication_posted_form_location (location);
