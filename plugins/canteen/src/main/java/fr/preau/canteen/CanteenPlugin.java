package fr.preau.canteen;

import fr.preau.api.data.NewIds;
import fr.preau.api.plugin.Plugin;
import fr.preau.api.route.Route;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.api.settings.Settings;
import fr.preau.canteen.place.WhoRuns;
import fr.preau.canteen.rules.RulesRoutes;
import fr.preau.canteen.tariff.Tariffs;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The canteen of collèges, from the tariff to the invoice. */
@Component(service = Plugin.class)
public final class CanteenPlugin implements Plugin {

    private final List<Route<?, ?>> routes;

    @Activate
    public CanteenPlugin(
            @Reference EntityManager entities,
            @Reference Settings settings,
            @Reference SchoolCalendar school,
            @Reference NewIds ids,
            @Reference Clock clock) {
        WhoRuns who = new WhoRuns(settings);
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
                                        .routes())
                        .<Route<?, ?>>flatMap(List::stream)
                        .toList();
    }

    @Override
    public List<Route<?, ?>> routes() {
        return routes;
    }
}
