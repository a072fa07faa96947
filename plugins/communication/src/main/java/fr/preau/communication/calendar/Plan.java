package fr.preau.communication.calendar;

import fr.preau.api.school.ClassId;
import java.util.List;

/**
 * What an event shall be.
 *
 * @param classes of an event of classes, otherwise none
 */
record Plan(
        EventKind kind,
        List<ClassId> classes,
        Readers readers,
        EventText text,
        When when,
        Repetition repetition) {

    Plan {
        classes = List.copyOf(classes);
        boolean wrongClasses = (kind == EventKind.CLASSES) == classes.isEmpty();
        boolean overlapping = repetition.repeats(when) && when.span() > 6;
        if (wrongClasses || overlapping || when.span() > When.LONGEST_DAYS) {
            throw new IllegalArgumentException("no plan of an event: " + kind + " " + when);
        }
    }
}
