package fr.preau.canteen.billing;

import fr.preau.api.data.NewIds;
import fr.preau.api.document.Documents;
import fr.preau.api.event.Events;
import fr.preau.api.event.Listener;
import fr.preau.api.job.Job;
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
    private final List<Listener<?>> listeners;
    private final List<Job> jobs;
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
        UnpaidBook unpaid = new UnpaidBook(entities, notices, clock);
        Issuing issuing = new Issuing(entities, services, unpaid, notices, clock);
        BillingRuns runs =
                new BillingRuns(
                        entities,
                        new Preparing(entities, drafting),
                        issuing,
                        events,
                        services,
                        clock);
        InvoiceViews views = new InvoiceViews(entities, services, ids, clock);
        Crediting crediting = new Crediting(runs, views, drafting, issuing);
        for (Callers callers : List.of(WhoRuns.OPERATORS, WhoRuns.GESTIONNAIRES)) {
            routes.addAll(
                    new BillingRoutes(callers, entities, runs, views, crediting, who, ids)
                            .routes());
            routes.addAll(new UnpaidRoutes(callers, entities, notices, who, clock).routes());
        }
        for (Callers families :
                List.of(
                        Callers.profiles(Profile.GUARDIAN).atDepartement(),
                        Callers.profiles(Profile.GUARDIAN))) {
            routes.addAll(
                    new InvoiceRoutes(families, entities, views, documents, who, clock).routes());
        }
        listeners = List.of(runs.listener(), unpaid.listener());
        jobs = List.of(unpaid.job("remind"), unpaid.job("remind-of-the-departement"));
        ofPerson = new InvoicesOfPerson(entities);
    }

    public List<Route<?, ?>> routes() {
        return List.copyOf(routes);
    }

    public List<Listener<?>> listeners() {
        return listeners;
    }

    /** One for each kind of place. */
    public List<Job> jobs() {
        return jobs;
    }

    public PersonalData personalData() {
        return ofPerson;
    }
}
