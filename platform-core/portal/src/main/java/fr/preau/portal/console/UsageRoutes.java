package fr.preau.portal.console;

import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Route;
import fr.preau.api.school.Profile;
import fr.preau.core.plugins.gate.ModuleUsage;
import fr.preau.core.plugins.gate.ModuleUsage.AtCollege;
import fr.preau.core.plugins.gate.ModuleUsage.Cost;
import fr.preau.core.plugins.gate.ModuleUsage.Hour;
import fr.preau.core.tenancy.Tenants;
import fr.preau.portal.dispatch.Drawing;
import fr.preau.portal.pages.UsageHour;
import fr.preau.portal.pages.UsageLine;
import fr.preau.portal.pages.UsagePage;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What each module costs: for the operator as a chart and a table, for its publisher as JSON. */
public final class UsageRoutes {

    private static final Duration BACK = Duration.ofDays(7);

    private final ModuleUsage usage;
    private final ModuleMatrix matrix;
    private final Tenants tenants;
    private final Drawing drawing;

    public UsageRoutes(ModuleUsage usage, ModuleMatrix matrix, Tenants tenants, Drawing drawing) {
        this.usage = usage;
        this.matrix = matrix;
        this.tenants = tenants;
        this.drawing = drawing;
    }

    private record OfModule(String module) {}

    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/departement/catalogue/{module}/usage")
                        .takes(OfModule.class)
                        .shows(UsagePage.class)
                        .allows(Callers.profiles(Profile.OPERATOR))
                        .drawnBy((page, context) -> drawing.console().usage(page, context))
                        .handledBy((request, input) -> Answer.show(page(input.module()))));
    }

    private UsagePage page(String module) {
        String title = matrix.titleOf(module).orElseThrow(Refusal::notFound);
        return new UsagePage(
                module,
                title,
                usage.byHour(module, BACK).stream().map(UsageRoutes::hour).toList(),
                usage.byCollege(module, BACK).stream()
                        .flatMap(one -> line(one).stream())
                        .sorted(Comparator.comparingLong(UsageLine::calls).reversed())
                        .toList());
    }

    private static UsageHour hour(Hour hour) {
        Cost cost = hour.cost();
        return new UsageHour(hour.start(), cost.calls(), cost.errors(), cost.late(), millis(cost));
    }

    private Optional<UsageLine> line(AtCollege one) {
        Cost cost = one.cost();
        return tenants.byUai(one.uai())
                .map(
                        tenant ->
                                new UsageLine(
                                        tenant.college().slug(),
                                        tenant.college().name(),
                                        cost.calls(),
                                        cost.errors(),
                                        cost.late(),
                                        millis(cost),
                                        each(cost.statements(), cost),
                                        cost.bytes() / 1024 / Math.max(1, cost.calls())));
    }

    private static double millis(Cost cost) {
        return each(cost.micros() / 1000.0, cost);
    }

    private static double each(double sum, Cost cost) {
        return Math.round(10 * sum / Math.max(1, cost.calls())) / 10.0;
    }
}
