package fr.preau.communication.recipients;

import static fr.preau.api.school.Profile.PUPIL;
import static fr.preau.api.school.Profile.STAFF;
import static fr.preau.api.school.Profile.TEACHER;

import fr.preau.api.directory.Directory;
import fr.preau.api.route.Caller;
import fr.preau.api.route.Request;
import fr.preau.api.school.Child;
import fr.preau.api.school.College;
import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import fr.preau.api.school.SchoolClass;
import fr.preau.api.school.TeachingGroup;
import java.util.List;

/**
 * Who may write to whom: the one place that decides it, for what is offered as for what is sent.
 *
 * <p>It begins with the matrix of profiles as {@link Cell} has it at first: staff write to
 * everybody; a teacher to the pupils of their classes, the guardians of these and all colleagues
 * and staff; a guardian to the teachers of their children's classes and the staff; a pupil to the
 * teachers of their class and the staff, and to their class where the collège allows it. A group
 * that is taught counts as a class between its teachers and its families. The collège changes cells
 * of it, and makes exceptions for a person or a class. Whoever was written to may answer, which is
 * no matter of the matrix, unless an exception stands between these two or both are pupils.
 */
public final class WritingRules {

    private final Directory directory;
    private final DecidedRules kept;

    public WritingRules(Directory directory, KeptRules kept) {
        this(directory, (DecidedRules) kept);
    }

    WritingRules(Directory directory, DecidedRules kept) {
        this.directory = directory;
        this.kept = kept;
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

    /** How far the letters of whoever calls may go, for what is offered. */
    public Reach reachOf(Request request) {
        return reach(request.caller(), request.college(), kept.shown(request.college()));
    }

    /** How far the letters of an adult may go now who does not call, but wanted one sent later. */
    public Reach reachNow(Person adult) {
        return reach(adult.id(), adult.profile(), kept.current(), new WritingPolicy(false));
    }

    /** How far they may go now, for what is sent. */
    public Reach reachNow(Request request) {
        return reach(request.caller(), request.college(), kept.read(request.college()));
    }

    /**
     * Whether this person may go on in a conversation with the other, asked at each answer.
     *
     * <p>Whoever was written to answers, which no matrix forbids. Whoever has had no answer begins
     * anew with each word, and among pupils that holds for every word: what the collège has closed
     * between them is closed in the conversations that are there as well.
     *
     * @param answers whether the other has written to this person in it
     */
    public boolean mayGoOn(Request request, Person other, boolean answers) {
        Caller writer = request.caller();
        return mayGoOn(
                writer.person(),
                writer.profile(),
                other,
                answers,
                kept.read(request.college()),
                WritingPolicy.of(request.college()));
    }

    /**
     * The same of somebody who does not call, but wrote an answer that waited. What the collège's
     * descriptor allows was looked at when it was written.
     */
    public boolean mayGoOnNow(Person writer, Person other, boolean answers) {
        return mayGoOn(
                writer.id(),
                writer.profile(),
                other,
                answers,
                kept.current(),
                new WritingPolicy(true));
    }

    private boolean mayGoOn(
            PersonId writer,
            Profile profile,
            Person other,
            boolean answers,
            RulesHere rules,
            WritingPolicy policy) {
        if (areKeptApart(rules, writer, other.id())) {
            return false;
        }
        boolean amongPupils = profile == PUPIL && other.profile() == PUPIL;
        List<String> them = List.of(new Audience.OnePerson(other.id()).code());
        return (answers && !amongPupils)
                || !reach(writer, profile, rules, policy).recipients(them).othersToo();
    }

    private static boolean areKeptApart(RulesHere rules, PersonId one, PersonId other) {
        return rules.exceptions().stream()
                .filter(each -> each.isOfOnePerson() && each.isForOnePerson())
                .filter(each -> each.reach() == Range.NOBODY)
                .anyMatch(each -> each.isBetween(one, other));
    }

    private Reach reach(Caller writer, College college, RulesHere rules) {
        return reach(writer.person(), writer.profile(), college, rules);
    }

    Reach reach(PersonId writer, Profile profile, College college, RulesHere rules) {
        return reach(writer, profile, rules, WritingPolicy.of(college));
    }

    private Reach reach(PersonId writer, Profile profile, RulesHere rules, WritingPolicy policy) {
        List<SchoolClass> classes = classesOf(writer, profile);
        return Reach.of(
                writer,
                directory,
                around(writer, profile, classes),
                rules.of(writer, profile, classes, policy),
                choosesBySearch(profile));
    }

    private Surroundings around(PersonId writer, Profile profile, List<SchoolClass> classes) {
        return new Surroundings(directory, profile, classes, () -> groupsOf(writer, profile));
    }

    private List<TeachingGroup> groupsOf(PersonId writer, Profile profile) {
        return switch (profile) {
            case STAFF -> directory.groups();
            case TEACHER, PUPIL -> directory.groupsOf(List.of(writer));
            case GUARDIAN ->
                    directory.groupsOf(
                            directory.childrenOf(writer).stream()
                                    .map(child -> child.pupil().id())
                                    .toList());
            case OPERATOR -> List.of();
        };
    }

    private List<SchoolClass> classesOf(PersonId writer, Profile profile) {
        return switch (profile) {
            case STAFF -> directory.classes();
            case TEACHER, PUPIL -> directory.classesOf(writer);
            case GUARDIAN -> classesOfChildren(writer);
            case OPERATOR -> List.of();
        };
    }

    private List<SchoolClass> classesOfChildren(PersonId guardian) {
        return directory.childrenOf(guardian).stream()
                .map(Child::classes)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }
}
