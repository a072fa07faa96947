DROP TABLE communication_meeting_busy;

DROP TABLE communication_meeting_block;

DROP TABLE communication_meeting_booking;

DROP TABLE communication_meeting_invited;

DROP TABLE communication_meeting_class;

DROP TABLE communication_meeting_host;

DROP TABLE communication_meeting;
