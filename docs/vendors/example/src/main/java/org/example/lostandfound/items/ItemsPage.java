package org.example.lostandfound.items;

import fr.preau.api.page.PageOf;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What waits for its owner, newest first.
 *
 * @param q what was looked for, empty if nothing was
 */
public record ItemsPage(PageOf<Line> items, String q, Reader reader) {

    /** What the reader can do here. */
    public enum Reader {
        CLAIMS,
        ENTERS,
        ENTERS_AND_RETURNS
    }

    /**
     * An item.
     *
     * @param mine whether the reader has said that it is theirs
     * @param claims how many have said so; 0 for who does not return items
     */
    public record Line(
            UUID id,
            String what,
            String place,
            LocalDate foundOn,
            boolean hasPhoto,
            boolean mine,
            long claims) {}

    /** The address of this list with what was looked for, below the module. */
    public String address() {
        return q.isEmpty() ? "/items" : "/items?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8);
    }
}
