-- Drafts that were to be sent later stay, without their time.
ALTER TABLE communication_posted_form
  DROP KEY communication_posted_form_location;

ALTER TABLE communication_letter
  DROP KEY communication_letter_told,
  DROP COLUMN told;

ALTER TABLE communication_draft
  DROP KEY communication_draft_due,
  DROP KEY communication_draft_letter,
  DROP COLUMN send_failed,
  DROP COLUMN send_at,
  DROP COLUMN letter_id;
