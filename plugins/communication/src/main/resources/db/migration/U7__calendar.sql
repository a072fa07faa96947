DROP TABLE communication_calendar_import;

DROP TABLE communication_calendar_feed;

DROP TABLE communication_calendar_exception;

DROP TABLE communication_calendar_class;

DROP TABLE communication_calendar_event;
