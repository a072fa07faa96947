package fr.preau.communication.calendar;

import fr.preau.api.directory.Directory;
import fr.preau.api.route.Caller;
import fr.preau.api.school.Child;
import fr.preau.api.school.ClassId;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import fr.preau.api.school.SchoolClass;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who looks at the calendar, and what that lets them see and change: the one place that decides it.
 *
 * <p>A guardian sees the classes of their children at the collège, a pupil their own, a teacher
 * those they teach. Members of the staff who hold a function enter events of the collège and of all
 * classes, teachers those of their classes, everybody their own. A teacher changes what they
 * entered themselves as long as they teach all of its classes.
 *
 * @param classes that count for them; all of the collège's for the staff
 * @param children a guardian's
 */
record Viewer(
        PersonId person,
        Profile profile,
        boolean schoolOffice,
        List<SchoolClass> classes,
        List<Child> children) {

    /** No class has it: a list in a query may not be empty. */
    private static final UUID NO_CLASS = new UUID(0, 0);

    Viewer {
        classes = List.copyOf(classes);
        children = List.copyOf(children);
    }

    /** Whoever calls; one statement. */
    static Viewer of(Caller caller, Directory directory) {
        PersonId person = caller.person();
        List<Child> children =
                caller.profile() == Profile.GUARDIAN ? directory.childrenOf(person) : List.of();
        return of(
                caller.person(),
                caller.profile(),
                !caller.functions().isEmpty(),
                directory,
                children);
    }

    static Viewer of(
            PersonId person,
            Profile profile,
            boolean holdsFunction,
            Directory directory,
            List<Child> children) {
        List<SchoolClass> classes =
                switch (profile) {
                    case STAFF -> directory.classes();
                    case TEACHER, PUPIL -> directory.classesOf(person);
                    case GUARDIAN ->
                            children.stream()
                                    .flatMap(child -> child.classes().stream())
                                    .distinct()
                                    .toList();
                    case OPERATOR -> List.of();
                };
        return new Viewer(
                person, profile, profile == Profile.STAFF && holdsFunction, classes, children);
    }

    /** The same with the classes of one child only. */
    Viewer of(Child child) {
        return new Viewer(person, profile, schoolOffice, child.classes(), children);
    }

    /** Binds what {@link CalendarEvent#SEEN} asks for. */
    <T> TypedQuery<T> bound(TypedQuery<T> query) {
        return query.setParameter("person", person.value())
                .setParameter("profile", profile.name())
                .setParameter("personal", EventKind.PERSONAL)
                .setParameter("college", EventKind.COLLEGE)
                .setParameter("classes", classIds());
    }

    private Set<UUID> classIds() {
        return classes.isEmpty()
                ? Set.of(NO_CLASS)
                : classes.stream().map(each -> each.id().value()).collect(Collectors.toSet());
    }

    /** The kinds of events that they may enter. */
    List<EventKind> kinds() {
        if (schoolOffice) {
            return List.of(EventKind.COLLEGE, EventKind.CLASSES, EventKind.PERSONAL);
        }
        return profile == Profile.TEACHER && !classes.isEmpty()
                ? List.of(EventKind.CLASSES, EventKind.PERSONAL)
                : List.of(EventKind.PERSONAL);
    }

    /** Whether they may enter an event of all of these classes. */
    boolean writesTo(Collection<ClassId> wanted) {
        Set<ClassId> own = classes.stream().map(SchoolClass::id).collect(Collectors.toSet());
        return kinds().contains(EventKind.CLASSES) && !wanted.isEmpty() && own.containsAll(wanted);
    }

    /**
     * Whether they may change an event that they see.
     *
     * @param itsClasses those of an event of classes
     */
    boolean changes(CalendarEvent event, Collection<ClassId> itsClasses) {
        return switch (event.kind()) {
            case PERSONAL -> event.author().equals(person);
            case COLLEGE -> schoolOffice;
            case CLASSES -> schoolOffice || (event.author().equals(person) && writesTo(itsClasses));
        };
    }
}
