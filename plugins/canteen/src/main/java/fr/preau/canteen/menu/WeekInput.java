package fr.preau.canteen.menu;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which week.
 *
 * @param day any day of it; this week where it is none
 */
public record WeekInput(@Nullable LocalDate day) {}
