package fr.preau.communication.recipients;

import static fr.preau.api.school.Profile.GUARDIAN;
import static fr.preau.api.school.Profile.PUPIL;
import static fr.preau.api.school.Profile.STAFF;
import static fr.preau.api.school.Profile.TEACHER;

import fr.preau.api.directory.Directory;
import fr.preau.api.route.Request;
import fr.preau.api.school.Child;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import fr.preau.api.school.SchoolClass;
import java.util.List;
import java.util.Set;

/**
 * Who may write to whom: the one table that decides it, for what is offered as for what is sent.
 *
 * <p>Staff write to everybody; a teacher to the pupils of their classes, the guardians of these and
 * all colleagues and staff; a guardian to the teachers of their children's classes and the staff; a
 * pupil to the teachers of their class, and to their class where the collège allows it. Whoever was
 * written to may always answer, which is no matter of these rules.
 */
public final class WritingRules {

    private final Directory directory;

    public WritingRules(Directory directory) {
        this.directory = directory;
    }

    /** Whether people are found by class or name; other writers are shown everybody at once. */
    public static boolean choosesBySearch(Profile writer) {
        return writer == TEACHER || writer == STAFF;
    }

    /**
     * Where somebody begins a letter, below the module: who may write to many chooses first, who
     * may write to few finds all of them on the form.
     */
    public static String addressToWrite(Profile writer) {
        return choosesBySearch(writer) ? "/messages/recipients" : "/messages/new";
    }

    /** How far the letters of whoever calls may go today. */
    public Reach reachOf(Request request) {
        PersonId person = request.caller().person();
        return switch (request.caller().profile()) {
            case STAFF ->
                    Reach.of(person, directory)
                            .everywhere(PUPIL, GUARDIAN, TEACHER, STAFF)
                            .around(directory.classes(), Set.of())
                            .withGroups();
            case TEACHER ->
                    Reach.of(person, directory)
                            .everywhere(TEACHER, STAFF)
                            .around(directory.classesOf(person), Set.of(PUPIL, GUARDIAN))
                            .withGroups();
            case GUARDIAN ->
                    Reach.of(person, directory)
                            .everywhere(STAFF)
                            .around(classesOfChildren(person), Set.of(TEACHER));
            case PUPIL ->
                    Reach.of(person, directory)
                            .around(
                                    directory.classesOf(person),
                                    forPupils(WritingPolicy.of(request.college())));
            case OPERATOR -> Reach.of(person, directory);
        };
    }

    private static Set<Profile> forPupils(WritingPolicy policy) {
        return policy.pupilsWriteToTheirClass() ? Set.of(TEACHER, PUPIL) : Set.of(TEACHER);
    }

    private List<SchoolClass> classesOfChildren(PersonId guardian) {
        return directory.childrenOf(guardian).stream()
                .map(Child::classes)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }
}
