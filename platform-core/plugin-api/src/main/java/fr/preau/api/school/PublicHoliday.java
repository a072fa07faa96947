package fr.preau.api.school;

import java.time.LocalDate;

/**
 * A day on which the whole country rests.
 *
 * @param name in French, as in « Fête nationale »
 */
public record PublicHoliday(String name, LocalDate date) {}
