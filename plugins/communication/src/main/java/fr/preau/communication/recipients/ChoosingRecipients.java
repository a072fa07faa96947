package fr.preau.communication.recipients;

import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.route.Violations;
import fr.preau.api.school.Person;
import fr.preau.api.school.Profile;
import fr.preau.communication.recipients.Audience.OnePerson;
import fr.preau.communication.recipients.RecipientsPage.Choosable;
import fr.preau.communication.recipients.RecipientsPage.ClassLine;
import fr.preau.communication.safety.WritingGuard;
import fr.preau.communication.templates.StaticTemplates;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The way to the people one writes to, for those who may write to many.
 *
 * <p>It can be gone before a letter and in the middle of one. In the middle it is a POST: what was
 * typed comes along and is kept as a draft, with its files.
 */
public final class ChoosingRecipients {

    private static final Callers WRITERS_TO_MANY = Callers.profiles(Profile.TEACHER, Profile.STAFF);

    private final WritingRules rules;
    private final WritingGuard guard;
    private final LetterUnderWay underWay;
    private final StaticTemplates templates = new StaticTemplates();

    public ChoosingRecipients(WritingRules rules, WritingGuard guard, LetterUnderWay underWay) {
        this.rules = rules;
        this.guard = guard;
        this.underWay = underWay;
    }

    public List<Route<?, ?>> routes() {
        return List.of(choose(), change());
    }

    private Route<ChooseInput, RecipientsPage> choose() {
        return Route.get("/messages/recipients")
                .takes(ChooseInput.class)
                .shows(RecipientsPage.class)
                .allows(WRITERS_TO_MANY)
                .drawnBy(this::draw)
                .handledBy((request, input) -> Answer.show(page(request, input, null)));
    }

    private Route<ChangeInput, RecipientsPage> change() {
        return Route.post("/messages/recipients")
                .takes(ChangeInput.class)
                .shows(RecipientsPage.class)
                .allows(WRITERS_TO_MANY)
                .drawnBy(this::draw)
                .whenInvalid((request, input, violations) -> change(request, input, violations))
                .handledBy(
                        (request, input) -> Answer.show(change(request, input, Violations.none())));
    }

    private RecipientsPage change(Request request, ChangeInput input, Violations violations) {
        Draft draft = underWay.keep(request, input);
        return page(request, input.choice(), draft).refusing(violations.of("files").orElse(null));
    }

    private Screen draw(RecipientsPage page, PageContext context) {
        return new Screen(context.text("recipients.title"), templates.recipients(page, context));
    }

    private RecipientsPage page(Request request, ChooseInput input, @Nullable Draft draft) {
        Reach reach = rules.reachOf(request);
        String q = Objects.requireNonNullElse(input.q(), "").strip();
        Found found = found(request.caller().profile(), reach, input.in(), q);
        Recipients recipients = reach.recipients(input.to());
        List<Person> shown =
                Stream.concat(recipients.persons().stream(), found.people().stream()).toList();
        Acquaintances acquaintances = reach.acquaintances(shown);
        List<Choosable> chosen = chosen(recipients, acquaintances);
        Set<String> codes = chosen.stream().map(Choosable::code).collect(Collectors.toSet());
        return new RecipientsPage(
                q,
                reach.classes().stream()
                        .map(c -> line(c.id().toString(), c.name(), input.in()))
                        .toList(),
                reach.taughtGroups().stream()
                        .map(g -> line(g.id().toString(), g.name(), input.in()))
                        .toList(),
                chosen,
                beside(codes, found.groups().stream().map(ChoosingRecipients::group)),
                beside(codes, found.people().stream().map(p -> person(p, acquaintances))),
                found.more(),
                found.nobody(),
                recipients.othersToo(),
                draft,
                guard.closed(request.caller().profile()).orElse(null),
                null);
    }

    private static Found found(Profile writer, Reach reach, @Nullable String in, String q) {
        Optional<Found> around =
                Stream.concat(
                                reach.classes().stream()
                                        .filter(c -> c.id().toString().equals(in))
                                        .map(c -> Found.around(reach, c, q)),
                                reach.taughtGroups().stream()
                                        .filter(g -> g.id().toString().equals(in))
                                        .map(g -> Found.around(reach, g, q)))
                        .findFirst();
        return around.orElseGet(
                () -> q.isEmpty() ? Found.atFirst(writer, reach) : Found.named(reach, q));
    }

    private static ClassLine line(String id, String name, @Nullable String in) {
        return new ClassLine(id, name, id.equals(in));
    }

    /** Nobody stands twice on the page: who is chosen stands with the chosen. */
    private static List<Choosable> beside(Set<String> chosen, Stream<Choosable> found) {
        return found.filter(one -> !chosen.contains(one.code())).toList();
    }

    private static List<Choosable> chosen(Recipients recipients, Acquaintances acquaintances) {
        return recipients.allowed().stream()
                .map(
                        a ->
                                new Choosable(
                                        a.audience().code(),
                                        a.profile(),
                                        a.name(),
                                        a.isGroup(),
                                        a.people().size(),
                                        acquaintances.about(a)))
                .toList();
    }

    private static Choosable person(Person person, Acquaintances acquaintances) {
        return new Choosable(
                new OnePerson(person.id()).code(),
                person.profile(),
                person.displayName(),
                false,
                1,
                acquaintances.about(person));
    }

    private static Choosable group(Found.Group group) {
        return new Choosable(
                group.audience().code(),
                group.audience().members(),
                group.name(),
                true,
                group.people(),
                About.NOTHING);
    }
}
