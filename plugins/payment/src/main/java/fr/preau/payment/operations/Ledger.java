package fr.preau.payment.operations;

import fr.preau.api.data.NewIds;
import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.route.Violations;
import fr.preau.api.school.Profile;
import fr.preau.api.text.Euros;
import fr.preau.api.text.ModuleTexts;
import fr.preau.payment.debts.Regie;
import fr.preau.payment.operations.LedgerPage.Typed;
import fr.preau.payment.templates.StaticTemplates;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** One operation and its money, for operators, who also write down what was given back of it. */
final class Ledger {

    private static final Callers OPERATORS = Callers.profiles(Profile.OPERATOR).atDepartement();
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final ModuleTexts TEXTS = ModuleTexts.of(Ledger.class);

    private final EntityManager entities;
    private final NewIds ids;
    private final Clock clock;
    private final StaticTemplates templates = new StaticTemplates();

    Ledger(EntityManager entities, NewIds ids, Clock clock) {
        this.entities = entities;
        this.ids = ids;
        this.clock = clock;
    }

    List<Route<?, ?>> routes() {
        return List.of(look(), refund());
    }

    private Route<OperationInput, LedgerPage> look() {
        return Route.get("/operations/{operation}/ledger")
                .takes(OperationInput.class)
                .shows(LedgerPage.class)
                .allows(OPERATORS)
                .drawnBy(this::draw)
                .handledBy(
                        (request, input) -> {
                            Books books = books(find(input.operation()));
                            return Answer.show(page(books, nothingTyped(books)));
                        });
    }

    private Screen draw(LedgerPage page, PageContext context) {
        return new Screen(
                context.text("ledger.title", Euros.of(page.cents())),
                templates.ledger(page, context));
    }

    private Operation find(UUID id) {
        Operation operation = entities.find(Operation.class, id);
        if (operation == null) {
            throw Refusal.notFound();
        }
        return operation;
    }

    /** An operation with its lines, read once. */
    private record Books(Operation operation, List<Booking> bookings, List<Refund> refunds) {

        private int refundable() {
            return operation.received().orElse(0) - refunds.stream().mapToInt(Refund::cents).sum();
        }

        private int surplus() {
            return bookings.stream()
                    .filter(booking -> booking.debt().isEmpty())
                    .mapToInt(Booking::cents)
                    .sum();
        }
    }

    private Books books(Operation operation) {
        return new Books(
                operation,
                entities.createNamedQuery("Booking.of", Booking.class)
                        .setParameter("operation", operation.id())
                        .getResultList(),
                entities.createNamedQuery("Refund.of", Refund.class)
                        .setParameter("operation", operation.id())
                        .getResultList());
    }

    private Typed nothingTyped(Books books) {
        int rest = Math.min(books.surplus(), books.refundable());
        // What is more than all debts is what is most often given back.
        String amount = rest > 0 ? Euros.of(rest) : "";
        return new Typed(ids.next(), amount, "", today(), Violations.none());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PARIS);
    }

    private LedgerPage page(Books books, Typed typed) {
        Operation operation = books.operation();
        List<Booking> bookings = books.bookings();
        Map<UUID, String> titles =
                DebtTitles.of(
                        entities,
                        bookings.stream().map(Booking::debt).flatMap(Optional::stream).toList());
        Regie regie =
                Objects.requireNonNull(entities.find(Regie.class, operation.regieId()), "régie");
        return new LedgerPage(
                operation.id(),
                regie.name(),
                operation.state(),
                operation.reference(),
                operation.number().orElse(null),
                operation.authorisation().orElse(null),
                operation.mail(),
                operation.cents(),
                operation.received().orElse(null),
                operation.createdAt(),
                operation.endedAt().orElse(null),
                operation.fault().orElse(null),
                bookings.stream()
                        .map(
                                booking ->
                                        new LedgerPage.Line(
                                                booking.debt().map(titles::get).orElse(null),
                                                booking.cents()))
                        .toList(),
                books.refunds().stream().map(Refund::line).toList(),
                books.refundable(),
                typed);
    }

    private Route<RefundInput, LedgerPage> refund() {
        return Route.post("/operations/{operation}/refunds")
                .takes(RefundInput.class)
                .shows(LedgerPage.class)
                .allows(OPERATORS)
                .drawnBy(this::draw)
                .whenInvalid(
                        (request, input, violations) ->
                                page(books(find(input.operation())), typed(input, violations)))
                .handledBy(this::refund);
    }

    /** What was not sent is null, whatever the record says. */
    private Typed typed(RefundInput input, Violations violations) {
        return new Typed(
                Objects.requireNonNullElseGet(input.key(), ids::next),
                Objects.requireNonNullElse(input.amount(), ""),
                Objects.requireNonNullElse(input.reason(), ""),
                Objects.requireNonNullElseGet(input.day(), this::today),
                violations);
    }

    private Answer<LedgerPage> refund(Request request, RefundInput input) {
        // Held first: whoever comes second reads what the first has written down.
        Operation operation =
                entities.find(Operation.class, input.operation(), LockModeType.PESSIMISTIC_WRITE);
        if (operation == null) {
            throw Refusal.notFound();
        }
        Refund before = entities.find(Refund.class, input.key());
        if (before != null) {
            if (!before.operationId().equals(operation.id())) {
                throw Refusal.notFound();
            }
            return done(operation, before.cents());
        }
        OptionalInt cents = Euros.cents(input.amount());
        Books books = books(operation);
        Violations wrong = wrong(books, input, cents);
        if (!wrong.isEmpty() || cents.isEmpty()) {
            return Answer.tryAgain(page(books, typed(input, wrong)), wrong);
        }
        entities.persist(
                new Refund(
                        input.key(),
                        operation,
                        cents.getAsInt(),
                        input.reason().strip(),
                        input.day(),
                        request.caller().person().value(),
                        clock.instant()));
        entities.flush();
        return done(operation, cents.getAsInt());
    }

    private Violations wrong(Books books, RefundInput input, OptionalInt cents) {
        Violations wrong = Violations.none();
        if (cents.isEmpty() || cents.getAsInt() == 0) {
            wrong = wrong.and(Violations.of("amount", TEXTS.text("ledger.amount.unreadable")));
        } else if (cents.getAsInt() > books.refundable()) {
            wrong =
                    wrong.and(
                            Violations.of(
                                    "amount",
                                    TEXTS.text(
                                            "ledger.amount.too-much",
                                            Euros.of(books.refundable()))));
        }
        LocalDate paid =
                books.operation()
                        .endedAt()
                        .map(ended -> LocalDate.ofInstant(ended, PARIS))
                        .orElse(LocalDate.MIN);
        if (input.day().isBefore(paid) || input.day().isAfter(today())) {
            wrong = wrong.and(Violations.of("day", TEXTS.text("ledger.day.wrong")));
        }
        return wrong;
    }

    private Answer<LedgerPage> done(Operation operation, int cents) {
        Books books = books(operation);
        return Answer.done(
                page(books, nothingTyped(books)),
                "/operations/" + operation.id() + "/ledger",
                TEXTS.text("ledger.refunded", Euros.of(cents)));
    }
}
