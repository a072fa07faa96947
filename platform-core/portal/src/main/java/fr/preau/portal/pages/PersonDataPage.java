package fr.preau.portal.pages;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which modules of a collège keep something, and when it may be erased of a person.
 *
 * @param college its slug
 * @param modules what users call the modules that keep something there
 * @param erasableFrom the first day on which it may be erased; null for who is here
 * @param erasable whether that day has come
 * @param days between leaving and being erased
 * @param erased what each module answered to the erasure that was just done; else empty
 */
public record PersonDataPage(
        String college,
        String collegeName,
        PersonLine person,
        List<String> modules,
        @Nullable LocalDate erasableFrom,
        boolean erasable,
        long days,
        List<ErasedLine> erased) {

    public PersonDataPage {
        modules = List.copyOf(modules);
        erased = List.copyOf(erased);
    }

    /** Where this page is. */
    public String address() {
        return "/colleges/" + college + "/persons/" + person.id();
    }
}
