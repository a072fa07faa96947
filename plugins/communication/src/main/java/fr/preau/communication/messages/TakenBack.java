package fr.preau.communication.messages;

import java.util.UUID;

/**
 * A letter that was not sent after all.
 *
 * @param draft in which it is gone on with
 */
public record TakenBack(UUID letter, UUID draft) {}
