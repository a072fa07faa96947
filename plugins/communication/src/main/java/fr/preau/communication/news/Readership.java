package fr.preau.communication.news;

import fr.preau.api.school.Profile;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whom a news is for.
 *
 * @param profiles what they are
 * @param places where they belong; empty for the whole collège. Staff belong everywhere
 */
record Readership(Set<Profile> profiles, Set<Place> places) {

    /** As many as fit into the table, and more classes than a collège has. */
    static final int MOST_PLACES = 80;

    static final List<Profile> POSSIBLE =
            List.of(Profile.PUPIL, Profile.GUARDIAN, Profile.TEACHER, Profile.STAFF);

    Readership {
        profiles = profiles.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(profiles));
        places = new LinkedHashSet<>(places);
    }

    static Readership of(Collection<Profile> profiles, Collection<String> places) {
        return new Readership(
                profiles.stream().filter(POSSIBLE::contains).collect(Collectors.toSet()),
                places.stream()
                        .map(Place::ofCode)
                        .flatMap(Optional::stream)
                        .limit(MOST_PLACES)
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    static Set<Place> storedPlaces(String stored) {
        return Stream.of(stored.split(" "))
                .map(Place::ofCode)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    String stored() {
        return places.stream().map(Place::code).sorted().collect(Collectors.joining(" "));
    }

    boolean isForAll() {
        return places.isEmpty();
    }

    boolean holds(NewsReader reader) {
        return profiles.contains(reader.profile())
                && (isForAll() || places.stream().anyMatch(reader::belongsTo));
    }
}
