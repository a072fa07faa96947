DROP TABLE communication_attachment;
