package org.example.lostandfound.items;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What the accueil shows: the items found last, three at most. */
public record RecentCard(List<Line> items) {

    /** An item. */
    public record Line(UUID id, String what, LocalDate foundOn, boolean hasPhoto) {}
}
