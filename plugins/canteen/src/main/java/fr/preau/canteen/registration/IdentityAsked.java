package fr.preau.canteen.registration;

import fr.preau.api.event.Fact;
import java.util.UUID;

/**
 * The fact {@code canteen.IdentityAsked}: a collège is asked whether somebody may register a child.
 *
 * @param child in its application
 * @param year the civil year in which the school year begins
 * @param pupil as the collège knows the child
 */
@Fact("canteen.IdentityAsked")
public record IdentityAsked(
        UUID child,
        int year,
        UUID pupil,
        String pupilName,
        String className,
        String guardianName) {}
