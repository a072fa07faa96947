package fr.preau.canteen;

import fr.preau.api.data.NewIds;
import fr.preau.api.directory.Directory;
import fr.preau.api.document.Documents;
import fr.preau.api.event.Events;
import fr.preau.api.event.Listener;
import fr.preau.api.files.FileStore;
import fr.preau.api.job.Job;
import fr.preau.api.notice.Notices;
import fr.preau.api.plugin.Card;
import fr.preau.api.plugin.Plugin;
import fr.preau.api.privacy.KeptTogether;
import fr.preau.api.privacy.PersonalData;
import fr.preau.api.route.Route;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.api.seal.Seals;
import fr.preau.api.service.Services;
import fr.preau.api.settings.Settings;
import fr.preau.canteen.billing.Invoices;
import fr.preau.canteen.booking.Meals;
import fr.preau.canteen.healthplan.HealthPlans;
import fr.preau.canteen.menu.Menus;
import fr.preau.canteen.place.WhoRuns;
import fr.preau.canteen.registration.Registrations;
import fr.preau.canteen.rules.RulesRoutes;
import fr.preau.canteen.service.Noon;
import fr.preau.canteen.service.ServedMeals;
import fr.preau.canteen.tariff.Tariffs;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The canteen of collèges, from the tariff to the invoice. */
@Component(service = Plugin.class)
public final class CanteenPlugin implements Plugin {

    private final List<Route<?, ?>> routes;
    private final Registrations registrations;
    private final Meals meals;
    private final ServedMeals served;
    private final Invoices invoices;
    private final Menus menus;
    private final Noon noon;
    private final HealthPlans plans;

    @Activate
    public CanteenPlugin(
            @Reference EntityManager entities,
            @Reference Directory directory,
            @Reference Events events,
            @Reference Services services,
            @Reference FileStore files,
            @Reference Documents documents,
            @Reference Notices notices,
            @Reference Settings settings,
            @Reference SchoolCalendar school,
            @Reference Seals seals,
            @Reference NewIds ids,
            @Reference Clock clock) {
        WhoRuns who = new WhoRuns(settings);
        registrations =
                new Registrations(
                        entities, directory, events, files, documents, notices, who, ids, clock);
        served = new ServedMeals(entities);
        meals = new Meals(entities, directory, school, events, who, ids, clock);
        menus = new Menus(entities, school, ids, clock);
        invoices =
                new Invoices(
                        entities, school, events, services, documents, notices, who, ids, clock);
        plans = new HealthPlans(entities, directory, meals.regimes(), menus.ofDay(), clock);
        noon = new Noon(entities, directory, events, seals, meals.regimes(), who, clock);
        routes =
                Stream.of(
                                new Tariffs(entities, who, school, ids, clock).routes(),
                                new RulesRoutes(
                                                WhoRuns.OPERATORS,
                                                WhoRuns.OPERATORS,
                                                entities,
                                                who,
                                                clock)
                                        .routes(),
                                new RulesRoutes(
                                                WhoRuns.STAFF,
                                                WhoRuns.GESTIONNAIRES,
                                                entities,
                                                who,
                                                clock)
                                        .routes(),
                                registrations.routes(),
                                meals.routes(),
                                invoices.routes(),
                                menus.routes(),
                                noon.routes(),
                                plans.routes())
                        .<Route<?, ?>>flatMap(List::stream)
                        .toList();
    }

    @Override
    public List<Route<?, ?>> routes() {
        return routes;
    }

    @Override
    public List<Card<?>> cards() {
        return Stream.of(registrations.cards(), menus.cards())
                .<Card<?>>flatMap(List::stream)
                .toList();
    }

    @Override
    public List<Listener<?>> listeners() {
        return Stream.of(
                        registrations.listeners(),
                        meals.listeners(),
                        List.of(served.listener()),
                        invoices.listeners())
                .<Listener<?>>flatMap(List::stream)
                .toList();
    }

    @Override
    public List<Job> jobs() {
        return Stream.of(registrations.jobs(), invoices.jobs(), noon.jobs(), plans.jobs())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Optional<PersonalData> personalData() {
        return Optional.of(
                new KeptTogether(
                        List.of(
                                registrations.personalData(),
                                meals.personalData(),
                                invoices.personalData(),
                                noon.personalData(),
                                plans)));
    }
}
