package org.example.lostandfound.items;

import fr.preau.api.page.PageContext;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** A day as people say it: « mardi 3 novembre ». */
public final class Day {

    private Day() {}

    public static String of(LocalDate day, PageContext context) {
        String pattern = day.getDayOfMonth() == 1 ? "EEEE d'er' MMMM" : "EEEE d MMMM";
        return DateTimeFormatter.ofPattern(pattern, context.locale()).format(day);
    }
}
