package fr.preau.tenants.people;

import fr.preau.api.school.Profile;
import fr.preau.api.school.Uai;
import java.util.List;

/**
 * Whom a demo account stands for.
 *
 * @param login as in {@code prof.sevres}
 * @param jointure the person's identifier in the files of each of their collèges
 * @param name given name and family name
 * @param label who this is, in French, for the sign-in page
 * @param colleges the one the login is named after first
 */
public record DemoPerson(
        String login,
        long jointure,
        String name,
        Profile profile,
        String label,
        List<Uai> colleges) {

    public DemoPerson {
        colleges = List.copyOf(colleges);
    }
}
