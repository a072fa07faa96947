package fr.preau.communication.news;

/**
 * What somebody has written, clean and checked.
 *
 * @param pictureAlt what the picture shows, for who can't see it
 */
record NewsContent(
        String title,
        String text,
        Readership readership,
        Schedule schedule,
        boolean pinned,
        boolean forPublic,
        String pictureAlt) {

    static final int LONGEST_TITLE = 150;
    static final int LONGEST_TEXT = 20_000;
    static final int LONGEST_ALT = 250;
    static final int LONGEST_REMARK = 500;
}
