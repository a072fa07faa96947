package fr.preau.communication.news;

import fr.preau.api.route.Violations;
import fr.preau.api.school.Profile;
import java.util.List;
import java.util.UUID;

/**
 * The form of a news.
 *
 * @param id of the news; for a new one the hidden key of the form
 * @param isNew whether it was never saved
 * @param version that the form was made of
 * @param seen whether its readers could see it, so that its beginning is past
 * @param profiles whom it is for
 * @param places where they may belong, and which are chosen
 * @param from the first day as a field holds it, or what was typed
 * @param picture whether one is there
 * @param violations what is wrong with it
 */
public record NewsFormPage(
        UUID id,
        boolean isNew,
        int version,
        boolean seen,
        String title,
        String text,
        List<Profile> profiles,
        List<PlaceChoice> places,
        String from,
        String hour,
        String until,
        boolean pinned,
        boolean forPublic,
        boolean picture,
        String pictureAlt,
        Violations violations) {

    public NewsFormPage {
        profiles = List.copyOf(profiles);
        places = List.copyOf(places);
    }

    /** Where the form is sent, below the module. */
    public String address() {
        return isNew ? "/newsroom" : "/newsroom/" + id;
    }

    public boolean anyPlace() {
        return places.stream().anyMatch(PlaceChoice::chosen);
    }

    /**
     * A level or a class to tick.
     *
     * @param name of the class, or the number of the level
     */
    public record PlaceChoice(String code, boolean level, String name, boolean chosen) {}
}
