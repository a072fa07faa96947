package fr.preau.communication.messages;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter to begin.
 *
 * @param to whom it is for, as audience codes such as {@code person:…} or {@code guardians:…}
 * @param draft the draft to go on with
 */
public record ComposeInput(@Nullable List<String> to, @Nullable UUID draft) {}
