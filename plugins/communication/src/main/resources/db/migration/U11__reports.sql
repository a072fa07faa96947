-- What is withdrawn is given back first: its words stand nowhere else.
UPDATE communication_letter
  SET body = (SELECT e.body FROM communication_evidence e WHERE e.message_id = communication_letter.id),
      subject = (SELECT e.subject FROM communication_evidence e WHERE e.message_id = communication_letter.id)
  WHERE id IN (SELECT e.message_id FROM communication_evidence e WHERE e.withdrawn_at IS NOT NULL);

UPDATE communication_reply
  SET body = (SELECT e.body FROM communication_evidence e WHERE e.message_id = communication_reply.id)
  WHERE id IN (SELECT e.message_id FROM communication_evidence e WHERE e.withdrawn_at IS NOT NULL);

DROP TABLE communication_reporter;
DROP TABLE communication_report;
DROP TABLE communication_evidence;
