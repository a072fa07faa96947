package fr.preau.portal.pages;

import java.util.List;

/**
 * Whom somebody looks for who answers for the data of a collège.
 *
 * @param college its slug
 * @param q the beginning of a name; empty: nobody was looked for
 * @param all whether there are no more than these
 */
public record PersonsPage(
        String college, String collegeName, String q, List<PersonLine> persons, boolean all) {

    public PersonsPage {
        persons = List.copyOf(persons);
    }

    /** Where this page is. */
    public String address() {
        return "/colleges/" + college + "/persons";
    }
}
