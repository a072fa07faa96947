package fr.preau.communication.news;

import java.time.Instant;
import java.util.UUID;

/** What the card reads of a news. */
public record NewsRow(
        UUID id,
        NewsOrigin origin,
        String title,
        Instant publishAt,
        boolean pinned,
        String places) {}
