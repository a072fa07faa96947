package fr.preau.portal.pages;

import fr.preau.api.event.departement.Announced.Kind;
import fr.preau.api.route.Violations;
import fr.preau.api.school.Profile;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The form of an announcement.
 *
 * @param key its hidden key: sent twice, it announces once
 * @param choices the collèges it may be for
 * @param colleges those that are chosen; none for all
 * @param until a day as a field holds it
 */
public record AnnouncementFormPage(
        UUID key,
        Kind kind,
        String title,
        String text,
        Set<Profile> profiles,
        List<CollegeName> choices,
        Set<String> colleges,
        String until,
        Violations violations) {

    public AnnouncementFormPage {
        profiles = Set.copyOf(profiles);
        choices = List.copyOf(choices);
        colleges = Set.copyOf(colleges);
    }
}
