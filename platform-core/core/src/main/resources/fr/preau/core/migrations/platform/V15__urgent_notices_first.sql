-- While many mails wait for the post, what is urgent is still found at once among a hundred thousand notices.
ALTER TABLE notice_mail ADD KEY notice_mail_urgent (urgent, due_at, account_id);
