DROP TABLE communication_writing_act;
