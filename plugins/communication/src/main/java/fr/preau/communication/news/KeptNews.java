package fr.preau.communication.news;

import java.time.Instant;

/** A news as it is told to the person who wrote or changed it. */
public record KeptNews(
        String what, String title, String text, Instant createdAt, Instant changedAt) {}
