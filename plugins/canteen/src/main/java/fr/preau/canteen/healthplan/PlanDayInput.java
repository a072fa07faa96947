package fr.preau.canteen.healthplan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day of the kitchen.
 *
 * @param day today where it is none
 */
public record PlanDayInput(@Nullable LocalDate day) {}
