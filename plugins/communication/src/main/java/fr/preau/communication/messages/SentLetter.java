package fr.preau.communication.messages;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a form that was sent.
 *
 * @param location where its author reads it, below the module
 * @param letter null if the same form had been sent before
 */
record SentLetter(String location, @Nullable UUID letter) {}
