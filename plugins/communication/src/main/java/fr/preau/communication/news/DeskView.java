package fr.preau.communication.news;

/** The lists at the desk of those who write. */
public enum DeskView {
    MINE,
    REVIEW,
    PUBLISHED,
    ARCHIVED
}
