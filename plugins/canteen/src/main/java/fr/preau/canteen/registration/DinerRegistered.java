package fr.preau.canteen.registration;

import fr.preau.api.event.Fact;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The fact {@code canteen.DinerRegistered}: a child is registered, and eats at its collège.
 *
 * @param child in its application
 * @param pupil as the collège knows the child
 * @param weekdays numbers of ISO 8601, with commas
 */
@Fact("canteen.DinerRegistered")
public record DinerRegistered(
        UUID child,
        UUID pupil,
        String name,
        String className,
        String weekdays,
        LocalDate from,
        LocalDate until) {}
