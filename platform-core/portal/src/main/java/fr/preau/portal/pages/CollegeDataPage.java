package fr.preau.portal.pages;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a module keeps at one collège, and what becomes of it.
 *
 * @param title what users call the module
 * @param fileBytes of all files together
 * @param exportedAt when somebody last took it out; null: never
 * @param exportedBy who
 * @param askedBy who asked for the erasure that is waiting or done
 * @param doneAt when it was erased
 * @param days between asking and erasing
 */
public record CollegeDataPage(
        String module,
        String title,
        KeptLine kept,
        List<KeptTable> tables,
        long fileBytes,
        @Nullable Instant exportedAt,
        @Nullable String exportedBy,
        @Nullable String askedBy,
        @Nullable Instant doneAt,
        long days) {

    public CollegeDataPage {
        tables = List.copyOf(tables);
    }

    /** Where this page is. */
    public String address() {
        return "/departement/catalogue/" + module + "/data/" + kept.college().slug();
    }

    /** Whether there is anything to take out or to erase. */
    public boolean isEmpty() {
        return kept.tables() == 0 && kept.files() == 0;
    }
}
