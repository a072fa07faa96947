package fr.preau.canteen.service;

import fr.preau.api.route.Violations;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who of a class has a badge, and the field in which a reader types the next one.
 *
 * @param in the list that is chosen; null for none
 * @param next whose badge is read next; null where everybody has one
 * @param number as it was typed
 */
public record BadgesPage(
        List<OfList> lists,
        @Nullable OfList in,
        List<Holder> holders,
        @Nullable Holder next,
        String number,
        Violations violations) {

    public BadgesPage {
        lists = List.copyOf(lists);
        holders = List.copyOf(holders);
    }

    /** How many have one. */
    public long given() {
        return holders.stream().filter(Holder::hasBadge).count();
    }

    /** A class, or the adults of the collège. */
    public record OfList(String id, String name) {}

    /**
     * @param number in groups of four; empty for none
     */
    public record Holder(UUID id, String name, String number) {

        public boolean hasBadge() {
            return !number.isEmpty();
        }
    }
}
