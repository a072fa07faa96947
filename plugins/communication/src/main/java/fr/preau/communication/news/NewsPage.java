package fr.preau.communication.news;

import org.jspecify.annotations.Nullable;

/**
 * One news.
 *
 * @param author null if that person has left the collège, or it is the Département
 * @param publishes whether the reader may change it
 */
public record NewsPage(NewsView news, @Nullable String author, boolean publishes) {}
