package fr.preau.communication.recipients;

import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.school.Person;
import fr.preau.api.school.Profile;
import fr.preau.api.school.SchoolClass;
import fr.preau.communication.recipients.Audience.ClassGroup;
import fr.preau.communication.recipients.Audience.OnePerson;
import fr.preau.communication.recipients.RecipientsPage.Choosable;
import fr.preau.communication.recipients.RecipientsPage.ClassLine;
import fr.preau.communication.templates.StaticTemplates;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The way to the people one writes to, for those who may write to many. */
public final class ChoosingRecipients {

    private static final int NAMES_SHOWN = 50;

    private final WritingRules rules;
    private final StaticTemplates templates = new StaticTemplates();

    public ChoosingRecipients(WritingRules rules) {
        this.rules = rules;
    }

    public Route<ChooseInput, RecipientsPage> route() {
        return Route.get("/messages/recipients")
                .takes(ChooseInput.class)
                .shows(RecipientsPage.class)
                .allows(Callers.profiles(Profile.TEACHER, Profile.STAFF))
                .drawnBy(
                        (page, context) ->
                                new Screen(
                                        context.text("recipients.title"),
                                        templates.recipients(page, context)))
                .handledBy(this::choose);
    }

    private Answer<RecipientsPage> choose(Request request, ChooseInput input) {
        Reach reach = rules.reachOf(request.caller());
        String q = Objects.requireNonNullElse(input.q(), "").strip();
        String in = Objects.requireNonNullElse(input.in(), "");
        Found found;
        if (!in.isEmpty()) {
            found = around(reach, ownClass(reach, in), q);
        } else if (!q.isEmpty()) {
            found = named(reach, q);
        } else {
            found = ownClasses(request.caller().profile(), reach);
        }
        List<ClassLine> classes =
                reach.classes().stream()
                        .map(c -> new ClassLine(c.id().toString(), c.name(), isNamed(c, in)))
                        .toList();
        return Answer.show(
                new RecipientsPage(
                        q,
                        classes,
                        chosen(reach, input.to()),
                        found.groups(),
                        found.people(),
                        found.more()));
    }

    private static Found around(Reach reach, SchoolClass schoolClass, String q) {
        Map<Profile, List<Person>> around = reach.around(schoolClass);
        NameBeginning beginning = new NameBeginning(q);
        return new Found(
                around.entrySet().stream()
                        .map(e -> group(e.getKey(), schoolClass, e.getValue().size()))
                        .toList(),
                around.values().stream()
                        .flatMap(List::stream)
                        .filter(beginning::matches)
                        .distinct()
                        .map(ChoosingRecipients::person)
                        .toList(),
                false);
    }

    private static Found named(Reach reach, String q) {
        List<Person> people = reach.named(q, NAMES_SHOWN + 1);
        return new Found(
                List.of(),
                people.stream().limit(NAMES_SHOWN).map(ChoosingRecipients::person).toList(),
                people.size() > NAMES_SHOWN);
    }

    /** A teacher's classes are few: their groups are offered before anything is asked. */
    private static Found ownClasses(Profile writer, Reach reach) {
        Stream<SchoolClass> own =
                writer == Profile.TEACHER ? reach.classes().stream() : Stream.empty();
        return new Found(
                own.flatMap(
                                c ->
                                        Stream.of(Profile.PUPIL, Profile.GUARDIAN)
                                                .map(members -> group(members, c, null)))
                        .toList(),
                List.of(),
                false);
    }

    private static List<Choosable> chosen(Reach reach, @Nullable List<String> to) {
        List<Audience> audiences =
                (to == null ? List.<String>of() : to).stream().map(Audience::ofCode).toList();
        return reach.addressees(audiences).stream()
                .map(
                        a ->
                                new Choosable(
                                        a.audience().code(),
                                        a.profile(),
                                        a.name(),
                                        a.isGroup(),
                                        a.people().size()))
                .toList();
    }

    private static Choosable person(Person person) {
        String code = new OnePerson(person.id()).code();
        return new Choosable(code, person.profile(), person.displayName(), false, 1);
    }

    private static Choosable group(
            Profile members, SchoolClass schoolClass, @Nullable Integer people) {
        String code = new ClassGroup(members, schoolClass.id()).code();
        return new Choosable(code, members, schoolClass.name(), true, people);
    }

    private static SchoolClass ownClass(Reach reach, String in) {
        return reach.classes().stream()
                .filter(c -> isNamed(c, in))
                .findFirst()
                .orElseThrow(Audience::notAllowed);
    }

    private static boolean isNamed(SchoolClass schoolClass, String in) {
        return schoolClass.id().toString().equals(in);
    }

    /** What there is to choose from. */
    private record Found(List<Choosable> groups, List<Choosable> people, boolean more) {}
}
