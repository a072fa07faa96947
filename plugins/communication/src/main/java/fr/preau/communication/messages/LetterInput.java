package fr.preau.communication.messages;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which letter to show.
 *
 * @param page of its recipients, from 1
 */
public record LetterInput(UUID letter, @Nullable Integer page) {}
