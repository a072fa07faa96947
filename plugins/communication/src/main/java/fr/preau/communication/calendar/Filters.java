package fr.preau.communication.calendar;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is shown of the calendar, as its pages carry it in their addresses.
 *
 * @param child whose classes count alone; null for all
 * @param children to choose from; empty where there is nothing to choose
 * @param meetings whether the reader finds the meetings of families here, for want of an entry in
 *     the menu
 */
public record Filters(
        Kinds kinds, @Nullable UUID child, List<ChildChoice> children, boolean meetings) {

    /** A child of the guardian who looks. */
    public record ChildChoice(UUID id, String name) {}

    public Filters {
        children = List.copyOf(children);
    }

    public boolean any() {
        return kinds != Kinds.ALL || child != null;
    }

    /** The address of a view of the calendar with the same filters. */
    public String address(String path, @Nullable YearMonth month) {
        StringBuilder address = new StringBuilder(path);
        char next = '?';
        if (month != null) {
            address.append(next).append("month=").append(month);
            next = '&';
        }
        if (kinds != Kinds.ALL) {
            address.append(next).append("kind=").append(kinds.code());
            next = '&';
        }
        if (child != null) {
            address.append(next).append("child=").append(child);
        }
        return address.toString();
    }
}
