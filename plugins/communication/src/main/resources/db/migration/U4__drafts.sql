DROP TABLE communication_draft;
