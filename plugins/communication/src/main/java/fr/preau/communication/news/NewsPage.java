package fr.preau.communication.news;

import fr.preau.communication.reports.Recourse;
import org.jspecify.annotations.Nullable;

/**
 * One news.
 *
 * @param author null if that person has left the collège, or it is the Département
 * @param recourse what the reader can do against it
 * @param publishes whether the reader may change it
 */
public record NewsPage(
        NewsView news, @Nullable String author, Recourse recourse, boolean publishes) {}
