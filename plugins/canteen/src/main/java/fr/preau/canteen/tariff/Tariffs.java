package fr.preau.canteen.tariff;

import fr.preau.api.data.NewIds;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Route;
import fr.preau.api.school.Profile;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.canteen.place.WhoRuns;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Tariffs as the module brings them to Préau: at the Département's place, and at collèges. */
public final class Tariffs {

    /** Of a collège's own people, those whom the module serves there. */
    private static final Callers FAMILIES_AND_VISITORS =
            new Callers(true, EnumSet.of(Profile.GUARDIAN, Profile.STAFF), Set.of());

    private final List<Route<?, ?>> routes;

    public Tariffs(
            EntityManager entities, WhoRuns who, SchoolCalendar school, NewIds ids, Clock clock) {
        TariffBook book = new TariffBook(entities);
        Simulator simulator = new Simulator(book, school, clock);
        this.routes =
                Stream.of(
                                new TariffRoutes(
                                                WhoRuns.OPERATORS,
                                                WhoRuns.OPERATORS,
                                                book,
                                                who,
                                                ids,
                                                clock)
                                        .routes(),
                                new TariffRoutes(
                                                WhoRuns.STAFF,
                                                WhoRuns.GESTIONNAIRES,
                                                book,
                                                who,
                                                ids,
                                                clock)
                                        .routes(),
                                new SimulatorRoutes(
                                                Callers.anyone().atDepartement(), simulator, who)
                                        .routes(),
                                new SimulatorRoutes(FAMILIES_AND_VISITORS, simulator, who).routes())
                        .<Route<?, ?>>flatMap(List::stream)
                        .toList();
    }

    public List<Route<?, ?>> routes() {
        return routes;
    }
}
