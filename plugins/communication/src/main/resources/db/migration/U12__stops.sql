DROP TABLE communication_stop;
