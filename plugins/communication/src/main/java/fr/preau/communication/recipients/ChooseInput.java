package fr.preau.communication.recipients;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How somebody looks for people to write to.
 *
 * @param q the beginning of a name
 * @param in a class or a group to choose from
 * @param to what is chosen already, as {@link Audience} codes
 */
public record ChooseInput(@Nullable String q, @Nullable String in, @Nullable List<String> to) {}
