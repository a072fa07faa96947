DROP TABLE communication_survey_answer;

DROP TABLE communication_survey_reply;

DROP TABLE communication_survey_done;

DROP TABLE communication_survey_asked;

DROP TABLE communication_survey_question;

DROP TABLE communication_survey_class;

DROP TABLE communication_survey;
