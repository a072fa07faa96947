package fr.preau.communication.calendar;

import fr.preau.api.route.Violations;
import java.util.List;

/**
 * The form for a calendar file.
 *
 * @param kinds whose calendar it may be taken into
 */
public record ImportFormPage(List<EventKind> kinds, EventKind kind, Violations violations) {

    public ImportFormPage {
        kinds = List.copyOf(kinds);
    }
}
