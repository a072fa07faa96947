package fr.preau.communication.messages;

import java.time.Instant;
import java.util.List;

/**
 * A message as it is handed to one of those who wrote or received it.
 *
 * @param what whether it was written or received, in words
 * @param from who wrote it, as others call that person
 * @param to who received it; of a letter that came in, only who asks
 */
public record KeptMessage(
        String what, String subject, String from, List<String> to, Instant sentAt, String text) {}
