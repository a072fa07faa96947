package fr.preau.communication.news;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which news. */
public record NewsInput(@Nullable UUID news) {}
