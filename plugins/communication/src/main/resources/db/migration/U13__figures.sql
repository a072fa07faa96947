ALTER TABLE communication_letter
  DROP KEY communication_letter_age;

DROP TABLE communication_figure;
