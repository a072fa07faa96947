package fr.preau.communication.news;

import fr.preau.api.directory.Directory;
import fr.preau.api.route.Caller;
import fr.preau.api.school.Profile;
import fr.preau.api.school.SchoolClass;
import fr.preau.communication.news.Place.Level;
import fr.preau.communication.news.Place.OneClass;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Somebody for whom there are news.
 *
 * @param everywhere whether news of every class concern them, as those of the staff
 * @param places the classes of a pupil, a teacher, or a guardian's children, and their levels
 */
record NewsReader(Profile profile, boolean everywhere, Set<Place> places) {

    /** No code of a place: a pattern that finds nothing. */
    private static final String NOWHERE = "^nowhere$";

    NewsReader {
        places = Set.copyOf(places);
    }

    /** One statement, and none for the staff. */
    static NewsReader of(Caller caller, Directory directory) {
        Profile profile = caller.profile();
        if (profile == Profile.STAFF) {
            return new NewsReader(profile, true, Set.of());
        }
        List<SchoolClass> classes =
                profile == Profile.GUARDIAN
                        ? directory.childrenOf(caller.person()).stream()
                                .flatMap(child -> child.classes().stream())
                                .distinct()
                                .toList()
                        : directory.classesOf(caller.person());
        return new NewsReader(profile, false, places(classes));
    }

    private static Set<Place> places(List<SchoolClass> classes) {
        Set<Place> places =
                classes.stream()
                        .map(Level::of)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet());
        classes.forEach(each -> places.add(new OneClass(each.id())));
        return places;
    }

    boolean belongsTo(Place place) {
        return everywhere || places.contains(place);
    }

    /** Finds one of the places among those of a news, as the table has them. */
    String pattern() {
        return places.isEmpty()
                ? NOWHERE
                : places.stream()
                        .map(Place::code)
                        .sorted()
                        .collect(Collectors.joining("|", "(^| )(", ")( |$)"));
    }
}
