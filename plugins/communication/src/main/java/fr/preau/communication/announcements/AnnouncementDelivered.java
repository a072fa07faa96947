package fr.preau.communication.announcements;

import fr.preau.api.event.Fact;
import java.util.UUID;

/**
 * An announcement of the Département has been brought to its people here; its subject is the
 * announcement.
 *
 * @param people how many have it
 */
@Fact("communication.AnnouncementDelivered")
public record AnnouncementDelivered(UUID announcement, int people) {}
