package fr.preau.communication.circulars;

import java.time.Instant;
import java.util.UUID;

/** The last answer of a guardian for a child. */
public record GivenRow(
        UUID childRow,
        String child,
        String className,
        String guardian,
        String given,
        Instant answeredAt,
        boolean late,
        int number) {}
