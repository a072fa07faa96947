-- The version before knows nothing of news: they go, and their pictures stay in the store of files
-- until the module's data are erased.

DROP TABLE communication_news;
