package fr.preau.canteen.registration;

import fr.preau.api.event.Fact;
import java.util.UUID;

/**
 * The fact {@code canteen.IdentityAnswered}: what the collège says.
 *
 * @param child in its application
 * @param accepted else the family puts it right
 * @param reason why not, empty where it is accepted
 * @param by who looked at it
 */
@Fact("canteen.IdentityAnswered")
public record IdentityAnswered(UUID child, boolean accepted, String reason, String by) {}
