package fr.preau.communication.appointments;

import fr.preau.api.data.NewIds;
import fr.preau.api.directory.Directory;
import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.NoInput;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.route.Violations;
import fr.preau.api.school.ClassId;
import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import fr.preau.api.school.SchoolClass;
import fr.preau.communication.safety.WritingGuard;
import fr.preau.communication.templates.StaticTemplates;
import fr.preau.communication.wording.Wording;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The addresses at which a teacher or a member of the staff offers their own hours, to the families
 * of classes or of pupils by name.
 */
final class HoursRoutes {

    private final Directory directory;
    private final Opening opening;
    private final WritingGuard guard;
    private final NewIds ids;
    private final Clock clock;
    private final StaticTemplates templates = new StaticTemplates();

    HoursRoutes(Directory directory, Opening opening, WritingGuard guard, NewIds ids, Clock clock) {
        this.directory = directory;
        this.opening = opening;
        this.guard = guard;
        this.ids = ids;
        this.clock = clock;
    }

    List<Route<?, ?>> routes() {
        return List.of(form(), goOn(), open());
    }

    private Route<NoInput, MeetingFormPage> form() {
        return Route.get("/hours/new")
                .shows(MeetingFormPage.class)
                .allows(SchoolRoles.HOSTS)
                .drawnBy(this::draw)
                .handledBy(
                        (request, input) ->
                                Answer.show(
                                        page(request, MeetingInput.NOTHING, Violations.none())));
    }

    /** Shows the pupils of another class; nothing is opened yet, and nothing typed is lost. */
    private Route<MeetingInput, MeetingFormPage> goOn() {
        return Route.post("/hours/pupils")
                .takes(MeetingInput.class)
                .shows(MeetingFormPage.class)
                .allows(SchoolRoles.HOSTS)
                .drawnBy(this::draw)
                .whenInvalid(this::page)
                .handledBy(
                        (request, input) -> Answer.show(page(request, input, Violations.none())));
    }

    private Route<MeetingInput, MeetingFormPage> open() {
        return Route.post("/hours/new")
                .takes(MeetingInput.class)
                .shows(MeetingFormPage.class)
                .allows(SchoolRoles.HOSTS)
                .drawnBy(this::draw)
                .whenInvalid(this::page)
                .handledBy(this::open);
    }

    private Answer<MeetingFormPage> open(Request request, MeetingInput input) {
        List<SchoolClass> classes = classes(request);
        Set<ClassId> near = ids(classes);
        MeetingForm form = new MeetingForm(Meeting.Kind.SLOTS, classes, List.of(), clock.instant());
        Violations violations = form.problems(input).and(guard.problems(request.caller()));
        if (violations.isEmpty() && !isNear(input.chosenPupils(), near)) {
            violations = Violations.of("pupils", Wording.of("appointments.problem.pupils"));
        }
        if (!violations.isEmpty()) {
            return Answer.tryAgain(page(request, input, violations), violations);
        }
        UUID key = input.key() == null ? ids.next() : input.key();
        opening.ownHours(
                request.caller(),
                form.plan(input),
                input.chosenPupils().isEmpty() ? Set.of() : near,
                key);
        String location = "/meetings/" + key;
        return Answer.done(
                page(request, input, violations).made(location),
                location,
                Wording.of("appointments.notice.hours"));
    }

    private boolean isNear(List<PersonId> pupils, Set<ClassId> classes) {
        return pupils.isEmpty()
                || (!classes.isEmpty()
                        && directory.pupilsOf(classes).stream()
                                .map(Person::id)
                                .collect(Collectors.toSet())
                                .containsAll(pupils));
    }

    private MeetingFormPage page(Request request, MeetingInput input, Violations violations) {
        List<SchoolClass> classes = classes(request);
        MeetingForm form =
                new MeetingForm(
                        Meeting.Kind.SLOTS, classes, pupils(input, classes), clock.instant());
        return form.page(input, violations, input.key() == null ? ids.next() : input.key());
    }

    /** Those who are chosen already, and those of the class that is shown. */
    private List<Person> pupils(MeetingInput input, List<SchoolClass> classes) {
        ClassId shown = input.in();
        Stream<Person> chosen =
                input.chosenPupils().isEmpty() || classes.isEmpty()
                        ? Stream.of()
                        : directory.pupilsOf(ids(classes)).stream()
                                .filter(pupil -> input.chosenPupils().contains(pupil.id()));
        Stream<Person> near =
                shown == null || !ids(classes).contains(shown)
                        ? Stream.of()
                        : directory.pupilsOf(List.of(shown)).stream();
        return Stream.concat(chosen, near).distinct().toList();
    }

    /** A teacher's own classes; all of them for the staff. */
    private List<SchoolClass> classes(Request request) {
        return request.caller().profile() == Profile.TEACHER
                ? directory.classesOf(request.caller().person())
                : directory.classes();
    }

    private static Set<ClassId> ids(List<SchoolClass> classes) {
        return classes.stream()
                .map(SchoolClass::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Screen draw(MeetingFormPage page, PageContext context) {
        return new Screen(
                context.text("appointments.hours.title"), templates.meetingForm(page, context));
    }
}
