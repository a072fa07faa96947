package fr.preau.api.page;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day of a calendar that has something to say.
 *
 * @param note a word or two, as in « férié » or « 2 repas »
 * @param href where the day leads, if anywhere
 */
public record CalendarDay(LocalDate date, String note, Tone tone, @Nullable String href) {}
