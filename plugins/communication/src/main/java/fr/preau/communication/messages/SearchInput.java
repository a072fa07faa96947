package fr.preau.communication.messages;

import org.jspecify.annotations.Nullable;

/** What is looked for in all one's mail. */
public record SearchInput(@Nullable String q) {}
