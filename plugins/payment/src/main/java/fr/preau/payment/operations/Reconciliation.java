package fr.preau.payment.operations;

import fr.preau.api.page.Column;
import fr.preau.api.page.PageContext;
import fr.preau.api.page.PageOf;
import fr.preau.api.page.Screen;
import fr.preau.api.page.Table;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.school.Profile;
import fr.preau.api.text.Euros;
import fr.preau.payment.debts.Regie;
import fr.preau.payment.templates.StaticTemplates;
import gg.jte.Content;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The day of the régies: what PayFiP took, and where each cent of it is. */
final class Reconciliation {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static final int PER_PAGE = 50;

    private final EntityManager entities;
    private final Clock clock;
    private final StaticTemplates templates = new StaticTemplates();

    Reconciliation(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    Route<DayInput, DayPage> route() {
        return Route.get("/operations")
                .takes(DayInput.class)
                .shows(DayPage.class)
                .allows(Callers.profiles(Profile.OPERATOR).atDepartement())
                .drawnBy(this::draw)
                .handledBy(this::day);
    }

    private Screen draw(DayPage page, PageContext context) {
        return new Screen(
                context.text("day.title"), templates.day(page, table(page, context), context));
    }

    private static Content table(DayPage page, PageContext context) {
        List<Column> columns =
                List.of(
                        Column.words(context.text("day.regie")),
                        Column.figures(context.text("day.payments")),
                        Column.figures(context.text("day.received")),
                        Column.figures(context.text("day.booked")),
                        Column.figures(context.text("day.surplus")),
                        Column.figures(context.text("day.refunded")),
                        Column.figures(context.text("day.difference")));
        List<List<Content>> rows =
                page.regies().stream().map(regie -> row(regie, context)).toList();
        return context.parts().table(new Table(context.text("day.caption"), columns, rows));
    }

    private static List<Content> row(DayPage.OfRegie regie, PageContext context) {
        return List.of(
                context.parts().text(regie.name()),
                context.parts().text(String.valueOf(regie.payments())),
                money(regie.received(), context),
                money(regie.booked(), context),
                money(regie.surplus(), context),
                money(regie.refunded(), context),
                money(regie.difference(), context));
    }

    private static Content money(long cents, PageContext context) {
        return context.parts().text(Euros.of(cents));
    }

    private Answer<DayPage> day(Request request, DayInput input) {
        LocalDate day =
                input.day() == null ? LocalDate.ofInstant(clock.instant(), PARIS) : input.day();
        return Answer.show(
                new DayPage(
                        day, regies(day), underWay(), operations(day, Math.max(1, input.page()))));
    }

    private List<DayPage.OfRegie> regies(LocalDate day) {
        Map<UUID, Object[]> paid = byRegie("Operation.paidOn", day);
        Map<UUID, Object[]> booked = byRegie("Booking.toDebtsOn", day);
        Map<UUID, Object[]> surplus = byRegie("Booking.surplusOn", day);
        Map<UUID, Object[]> refunded =
                byRegie(
                        entities.createNamedQuery("Refund.madeOn", Object[].class)
                                .setParameter("day", day));
        return entities.createNamedQuery("Regie.all", Regie.class).getResultList().stream()
                .map(
                        regie ->
                                new DayPage.OfRegie(
                                        regie.name(),
                                        number(paid, regie.id(), 2),
                                        number(paid, regie.id(), 1),
                                        number(booked, regie.id(), 1),
                                        number(surplus, regie.id(), 1),
                                        number(refunded, regie.id(), 1)))
                .toList();
    }

    private Map<UUID, Object[]> byRegie(String query, LocalDate day) {
        return byRegie(of(day, entities.createNamedQuery(query, Object[].class)));
    }

    private static Map<UUID, Object[]> byRegie(TypedQuery<Object[]> query) {
        Map<UUID, Object[]> rows = new HashMap<>();
        query.getResultList().forEach(row -> rows.put((UUID) row[0], row));
        return rows;
    }

    private static long number(Map<UUID, Object[]> rows, UUID regie, int column) {
        Object[] row = rows.get(regie);
        return row == null || row[column] == null ? 0 : ((Number) row[column]).longValue();
    }

    private static <T> TypedQuery<T> of(LocalDate day, TypedQuery<T> query) {
        return query.setParameter("from", begin(day)).setParameter("until", begin(day.plusDays(1)));
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(PARIS).toInstant();
    }

    private long underWay() {
        return entities.createNamedQuery("Operation.underWay", Long.class)
                .setParameter("states", OperationState.UNDER_WAY)
                .getSingleResult();
    }

    private PageOf<DayPage.Line> operations(LocalDate day, int page) {
        List<Operation> found =
                of(day, entities.createNamedQuery("Operation.endedOn", Operation.class))
                        .setFirstResult((page - 1) * PER_PAGE)
                        .setMaxResults(PER_PAGE + 1)
                        .getResultList();
        return PageOf.from(found.stream().map(Reconciliation::line).toList(), page, PER_PAGE);
    }

    private static DayPage.Line line(Operation operation) {
        return new DayPage.Line(
                operation.id(),
                operation.reference(),
                operation.state(),
                operation.cents(),
                operation.received().orElse(null),
                operation.endedAt().orElse(operation.createdAt()),
                operation.fault().orElse(null));
    }
}
