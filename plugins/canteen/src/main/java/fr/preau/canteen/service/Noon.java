package fr.preau.canteen.service;

import fr.preau.api.directory.Directory;
import fr.preau.api.event.Events;
import fr.preau.api.job.Job;
import fr.preau.api.privacy.PersonalData;
import fr.preau.api.route.Route;
import fr.preau.api.seal.Seals;
import fr.preau.canteen.place.WhoRuns;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The service at noon as the module brings it to Préau: badges, the line, the sheet of a day. */
public final class Noon {

    private final List<Route<?, ?>> routes = new ArrayList<>();
    private final LineOfPerson ofPerson;
    private final LineForgetting forgetting;

    public Noon(
            EntityManager entities,
            Directory directory,
            Events events,
            Seals seals,
            Regimes regimes,
            WhoRuns who,
            Clock clock) {
        LineDays days = new LineDays(entities, clock);
        Closing closing = new Closing(entities, directory, events, who, days);
        Line line = new Line(entities, directory, regimes, seals, days, closing);
        routes.addAll(new BadgeRoutes(new Badges(entities, directory, clock)).routes());
        routes.addAll(new LineRoutes(line, days).routes());
        routes.addAll(
                new DayRoutes(
                                new DaySheet(entities, directory, regimes, days),
                                closing,
                                new ByHand(entities, directory, regimes, seals, days, closing),
                                days)
                        .routes());
        ofPerson = new LineOfPerson(entities);
        forgetting = new LineForgetting(entities, directory, days);
    }

    public List<Route<?, ?>> routes() {
        return List.copyOf(routes);
    }

    public List<Job> jobs() {
        return List.of(forgetting.job());
    }

    public PersonalData personalData() {
        return ofPerson;
    }
}
