package fr.preau.portal.pages;

import fr.preau.api.event.departement.Announced.Kind;
import fr.preau.api.page.PageOf;
import java.time.Instant;
import java.util.UUID;

/** What the Département has told, the newest first. */
public record AnnouncementsPage(PageOf<Line> announcements) {

    /**
     * One of them.
     *
     * @param delivered in how many of its collèges it has arrived
     * @param people how many people have it
     */
    public record Line(
            UUID id,
            Kind kind,
            String title,
            Instant acceptedAt,
            String by,
            int colleges,
            int delivered,
            int people) {}
}
