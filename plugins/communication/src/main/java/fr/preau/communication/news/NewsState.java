package fr.preau.communication.news;

/** Where a news stands between its first draft and its end. */
public enum NewsState {
    /** Its author writes; nobody else sees it. */
    DRAFT,
    /** Its author has done; those who publish read it. */
    REVIEW,
    /** Seen by its readers, from its moment on. */
    PUBLISHED,
    /** Taken from its readers by the school, who alone gives it back; its author sees it. */
    WITHDRAWN,
    /** Seen by nobody but those who publish, until its term. */
    ARCHIVED
}
