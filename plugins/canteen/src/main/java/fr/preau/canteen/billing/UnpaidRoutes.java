package fr.preau.canteen.billing;

import fr.preau.api.notice.Notice;
import fr.preau.api.notice.Notices;
import fr.preau.api.page.PageContext;
import fr.preau.api.page.PageOf;
import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.route.Violations;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.api.text.ModuleTexts;
import fr.preau.canteen.place.WhoRuns;
import fr.preau.canteen.templates.StaticTemplates;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is overdue, and who finds it hard to pay, for those who run the canteen. */
final class UnpaidRoutes {

    private static final ModuleTexts TEXTS = ModuleTexts.of(UnpaidRoutes.class);

    private static final int SIZE = 50;

    /** Days after the due day at which an age ends; the last has no end. */
    private static final int[] AGES = {30, 90};

    private final Callers callers;
    private final EntityManager entities;
    private final Notices notices;
    private final WhoRuns who;
    private final Clock clock;
    private final StaticTemplates templates = new StaticTemplates();

    UnpaidRoutes(
            Callers callers, EntityManager entities, Notices notices, WhoRuns who, Clock clock) {
        this.callers = callers;
        this.entities = entities;
        this.notices = notices;
        this.who = who;
        this.clock = clock;
    }

    List<Route<?, ?>> routes() {
        return List.of(unpaid(), aids(), answer());
    }

    private Route<UnpaidInput, UnpaidPage> unpaid() {
        return Route.get("/unpaid")
                .takes(UnpaidInput.class)
                .shows(UnpaidPage.class)
                .allows(callers)
                .drawnBy(
                        (page, context) ->
                                new Screen(
                                        context.text("unpaid.title"),
                                        templates.unpaid(page, context)))
                .handledBy(
                        (request, input) ->
                                Answer.show(
                                        who.fixesHere(request)
                                                ? page(input)
                                                : new UnpaidPage(
                                                        false,
                                                        List.of(),
                                                        0,
                                                        "",
                                                        new PageOf<>(List.of(), 1, false))));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SchoolCalendar.ZONE);
    }

    /** One statement for each age, one for those who wait, one for the list. */
    private UnpaidPage page(UnpaidInput input) {
        List<Unpaid> found =
                entities.createNamedQuery("Unpaid.overdue", Unpaid.class)
                        .setParameter("today", today())
                        .setParameter("name", BillingRoutes.containing(input.typed()))
                        .setFirstResult((input.shown() - 1) * SIZE)
                        .setMaxResults(SIZE + 1)
                        .getResultList();
        List<UnpaidPage.Line> lines =
                found.stream()
                        .map(
                                unpaid ->
                                        new UnpaidPage.Line(
                                                unpaid.invoice(),
                                                unpaid.reference(),
                                                unpaid.payerName(),
                                                unpaid.due(),
                                                unpaid.left(),
                                                unpaid.reminders(),
                                                unpaid.remindedAt().orElse(null),
                                                unpaid.hasAccount()))
                        .toList();
        return new UnpaidPage(
                true, ages(), waiting(), input.typed(), PageOf.from(lines, input.shown(), SIZE));
    }

    private List<UnpaidPage.OfAge> ages() {
        List<UnpaidPage.OfAge> ages = new ArrayList<>();
        int from = 1;
        for (int to : AGES) {
            ages.add(age(from, to));
            from = to + 1;
        }
        ages.add(age(from, null));
        return ages;
    }

    private UnpaidPage.OfAge age(int from, @Nullable Integer to) {
        UnpaidPage.Sum sum =
                entities.createNamedQuery("Unpaid.between", UnpaidPage.Sum.class)
                        .setParameter("first", to == null ? LocalDate.EPOCH : today().minusDays(to))
                        .setParameter("last", today().minusDays(from))
                        .getSingleResult();
        return new UnpaidPage.OfAge(
                from, to, sum.count(), Objects.requireNonNullElse(sum.cents(), 0L));
    }

    private long waiting() {
        return entities.createNamedQuery("Aid.countWaiting", Long.class).getSingleResult();
    }

    private Route<AidChosenInput, AidsPage> aids() {
        return Route.get("/aids")
                .takes(AidChosenInput.class)
                .shows(AidsPage.class)
                .allows(callers)
                .drawnBy(this::draw)
                .handledBy((request, input) -> Answer.show(aids(input.aid(), Violations.none())));
    }

    private Screen draw(AidsPage page, PageContext context) {
        return new Screen(context.text("aids.title"), templates.aids(page, context));
    }

    private AidsPage aids(@Nullable UUID chosen, Violations violations) {
        List<Aid> waiting =
                entities.createNamedQuery("Aid.waiting", Aid.class)
                        .setMaxResults(SIZE)
                        .getResultList();
        Map<UUID, Unpaid> unpaid = new HashMap<>();
        if (!waiting.isEmpty()) {
            entities.createNamedQuery("Unpaid.byInvoices", Unpaid.class)
                    .setParameter("invoices", waiting.stream().map(Aid::invoice).toList())
                    .getResultStream()
                    .forEach(each -> unpaid.put(each.invoice(), each));
        }
        return new AidsPage(
                waiting.stream().map(aid -> line(aid, unpaid.get(aid.invoice()))).toList(),
                waiting.stream()
                        .map(Aid::id)
                        .filter(id -> chosen == null || id.equals(chosen))
                        .findFirst()
                        .orElse(null),
                violations);
    }

    private static AidsPage.Line line(Aid aid, @Nullable Unpaid unpaid) {
        return new AidsPage.Line(
                aid.id(),
                aid.invoice(),
                unpaid == null ? "" : unpaid.reference(),
                aid.askerName(),
                aid.words(),
                aid.askedAt(),
                unpaid == null ? 0 : unpaid.left());
    }

    private Route<AidAnswerInput, AidsPage> answer() {
        return Route.post("/aids/{aid}/answer")
                .takes(AidAnswerInput.class)
                .shows(AidsPage.class)
                .allows(callers)
                .drawnBy(this::draw)
                .whenInvalid((request, input, violations) -> aids(input.aid(), violations))
                .handledBy(this::answer);
    }

    /** The first answer counts; said twice, once. */
    private Answer<AidsPage> answer(Request request, AidAnswerInput input) {
        Aid aid =
                Optional.ofNullable(
                                entities.find(
                                        Aid.class, input.aid(), LockModeType.PESSIMISTIC_WRITE))
                        .orElseThrow(Refusal::notFound);
        if (aid.answeredAt().isEmpty()) {
            aid.answer(
                    input.answer().strip(),
                    request.caller().displayName(),
                    clock.instant().truncatedTo(ChronoUnit.MICROS));
            notices.tell(
                    Notice.of(
                            Issuing.NOTICE,
                            "aid-" + aid.id(),
                            TEXTS.text("aid.notice"),
                            "/invoices/" + aid.invoice()),
                    new PersonId(aid.asker()));
        }
        return Answer.done(aids(null, Violations.none()), "/aids", TEXTS.text("aids.done"));
    }
}
