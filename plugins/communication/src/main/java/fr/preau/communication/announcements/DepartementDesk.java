package fr.preau.communication.announcements;

import fr.preau.api.directory.Directory;
import fr.preau.api.event.Delivery;
import fr.preau.api.event.Events;
import fr.preau.api.event.Listener;
import fr.preau.api.event.departement.Announced;
import fr.preau.api.event.departement.Announced.Kind;
import fr.preau.api.school.ClassId;
import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import fr.preau.api.school.SchoolClass;
import fr.preau.communication.messages.DepartementLetters;
import fr.preau.communication.news.SchoolNews;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Brings what the Département announces to the people of the collège: among the news, or as a
 * letter that nobody can answer.
 *
 * <p>An announcement is known by its identity, so that one that comes again is not brought again. A
 * letter to nine hundred families takes a dozen statements, for rows go in batches.
 */
public final class DepartementDesk {

    private static final int STAFF_AT_MOST = 200;

    private final Directory directory;
    private final Events events;
    private final DepartementLetters letters;
    private final SchoolNews news;

    public DepartementDesk(
            Directory directory, Events events, DepartementLetters letters, SchoolNews news) {
        this.directory = directory;
        this.events = events;
        this.letters = letters;
        this.news = news;
    }

    public Listener<?> listener() {
        return Listener.to(Announced.class, this::hear);
    }

    private void hear(Delivery delivery, Announced announced) {
        List<PersonId> readers = readers(announced.profiles());
        if (announced.kind() == Kind.NEWS) {
            news.ofTheDepartement(announced, delivery.at());
        } else if (!readers.isEmpty()) {
            letters.deliver(announced.announcement(), announced.title(), announced.text(), readers);
        }
        events.publish(
                new AnnouncementDelivered(announced.announcement(), readers.size()),
                announced.announcement().toString());
    }

    /** Everybody of these profiles, once; a statement for each profile and one for the classes. */
    private List<PersonId> readers(List<Profile> profiles) {
        List<ClassId> classes = directory.classes().stream().map(SchoolClass::id).toList();
        Set<PersonId> readers = new LinkedHashSet<>();
        for (Profile profile : profiles) {
            people(profile, classes).map(Person::id).forEach(readers::add);
        }
        return List.copyOf(readers);
    }

    private Stream<Person> people(Profile profile, List<ClassId> classes) {
        return switch (profile) {
            case PUPIL -> directory.pupilsOf(classes).stream();
            case GUARDIAN -> directory.guardiansOf(classes).stream();
            case TEACHER, STAFF -> directory.search("", Set.of(profile), STAFF_AT_MOST).stream();
            case OPERATOR -> Stream.empty();
        };
    }
}
