package fr.preau.portal.pages;

import fr.preau.api.school.Profile;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One announcement and where it has arrived.
 *
 * @param profiles whom it is for
 */
public record AnnouncementPage(
        AnnouncementsPage.Line line, String text, List<Profile> profiles, List<Where> where) {

    public AnnouncementPage {
        profiles = List.copyOf(profiles);
        where = List.copyOf(where);
    }

    /** Whether something is still on its way. */
    public boolean goesOn() {
        return line.delivered() < line.colleges();
    }

    /**
     * One of its collèges.
     *
     * @param deliveredAt null while no module there has said so
     */
    public record Where(String college, @Nullable Instant deliveredAt, int people) {}
}
