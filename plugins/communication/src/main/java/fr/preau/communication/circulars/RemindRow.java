package fr.preau.communication.circulars;

import java.time.LocalDate;
import java.util.UUID;

/** A guardian who is still asked for an answer that is soon due. */
public record RemindRow(
        UUID circular, String title, LocalDate deadline, UUID child, UUID guardian) {}
