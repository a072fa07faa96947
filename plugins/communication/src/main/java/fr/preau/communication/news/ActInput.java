package fr.preau.communication.news;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to be done with a news.
 *
 * @param version that the page showed
 * @param remark for its author, when it is given back
 */
public record ActInput(@Nullable UUID news, @Nullable Integer version, @Nullable String remark) {}
