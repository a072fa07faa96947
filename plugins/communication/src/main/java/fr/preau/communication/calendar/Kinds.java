package fr.preau.communication.calendar;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What somebody wants to see of the calendar. */
public enum Kinds {
    ALL(EnumSet.allOf(EventKind.class)),
    COLLEGE(EnumSet.of(EventKind.COLLEGE)),
    CLASSES(EnumSet.of(EventKind.CLASSES)),
    PERSONAL(EnumSet.of(EventKind.PERSONAL)),
    HOLIDAYS(EnumSet.noneOf(EventKind.class));

    private final Set<EventKind> events;

    Kinds(Set<EventKind> events) {
        this.events = Set.copyOf(events);
    }

    /** By the word in an address; all for one that is not known. */
    static Kinds of(@Nullable String code) {
        for (Kinds kinds : values()) {
            if (kinds.code().equals(code)) {
                return kinds;
            }
        }
        return ALL;
    }

    /** As it stands in addresses. */
    public String code() {
        return this == ALL ? "" : name().toLowerCase(Locale.ROOT);
    }

    Set<EventKind> events() {
        return events;
    }
}
