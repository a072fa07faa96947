package fr.preau.communication.messages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter to begin.
 *
 * @param to whom it is for, as audience codes such as {@code person:…} or {@code guardians:…}
 */
public record ComposeInput(@Nullable List<String> to) {}
