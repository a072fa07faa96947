package fr.preau.communication.circulars;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A circular that asks a guardian for an answer for a child.
 *
 * @param all how many ask in all
 */
public record AskingRow(
        UUID circular,
        String title,
        String child,
        LocalDate deadline,
        Instant closesAt,
        long all) {}
