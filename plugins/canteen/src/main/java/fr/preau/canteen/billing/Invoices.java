package fr.preau.canteen.billing;

import fr.preau.api.data.NewIds;
import fr.preau.api.document.Documents;
import fr.preau.api.event.Events;
import fr.preau.api.event.Listener;
import fr.preau.api.notice.Notices;
import fr.preau.api.privacy.PersonalData;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Route;
import fr.preau.api.school.Profile;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.api.service.Services;
import fr.preau.canteen.place.WhoRuns;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Billing as the module brings it to Préau: at the place that runs the canteen. */
public final class Invoices {

    private final List<Route<?, ?>> routes = new ArrayList<>();
    private final Listener<?> listener;
    private final InvoicesOfPerson ofPerson;

    public Invoices(
            EntityManager entities,
            SchoolCalendar school,
            Events events,
            Services services,
            Documents documents,
            Notices notices,
            WhoRuns who,
            NewIds ids,
            Clock clock) {
        Drafting drafting = new Drafting(entities, school, ids);
        Issuing issuing = new Issuing(entities, services, notices, clock);
        BillingRuns runs =
                new BillingRuns(
                        entities,
                        new Preparing(entities, drafting),
                        issuing,
                        events,
                        services,
                        clock);
        InvoiceViews views = new InvoiceViews(entities, services, clock);
        Crediting crediting = new Crediting(runs, views, drafting, issuing);
        for (Callers callers : List.of(WhoRuns.OPERATORS, WhoRuns.GESTIONNAIRES)) {
            routes.addAll(
                    new BillingRoutes(callers, entities, runs, views, crediting, who, ids)
                            .routes());
        }
        for (Callers families :
                List.of(
                        Callers.profiles(Profile.GUARDIAN).atDepartement(),
                        Callers.profiles(Profile.GUARDIAN))) {
            routes.addAll(new InvoiceRoutes(families, entities, views, documents, who).routes());
        }
        listener = runs.listener();
        ofPerson = new InvoicesOfPerson(entities);
    }

    public List<Route<?, ?>> routes() {
        return List.copyOf(routes);
    }

    public Listener<?> listener() {
        return listener;
    }

    public PersonalData personalData() {
        return ofPerson;
    }
}
