package fr.preau.portal.pages;

/** Whether a collège is open to its people or only made ready. */
public enum CollegeState {
    ACTIVE,
    PREPARED
}
