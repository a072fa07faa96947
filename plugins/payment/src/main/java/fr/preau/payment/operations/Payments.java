package fr.preau.payment.operations;

import fr.preau.api.data.NewIds;
import fr.preau.api.document.Documents;
import fr.preau.api.event.Events;
import fr.preau.api.event.Listener;
import fr.preau.api.job.Job;
import fr.preau.api.route.Route;
import fr.preau.api.web.Site;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Payments through PayFiP, put together. */
public final class Payments {

    private final Paying paying;
    private final FamilyRoutes families;
    private final PayFipErrands errands;
    private final Reconciliation reconciliation;
    private final Ledger ledger;

    public Payments(
            EntityManager entities,
            Events events,
            Site site,
            NewIds ids,
            Documents documents,
            Clock clock) {
        this.paying = new Paying(entities, events, clock);
        this.families = new FamilyRoutes(entities, paying, site, ids, documents);
        this.reconciliation = new Reconciliation(entities, clock);
        this.ledger = new Ledger(entities, ids, clock);
        this.errands = new PayFipErrands(entities, events, site, clock);
    }

    public List<Route<?, ?>> routes() {
        List<Route<?, ?>> routes = new ArrayList<>(families.routes());
        routes.add(reconciliation.route());
        routes.addAll(ledger.routes());
        return routes;
    }

    public List<Listener<?>> listeners() {
        return errands.listeners();
    }

    /** Asks what became of operations whose notification is lost, until each is settled. */
    public List<Job> jobs() {
        return List.of(
                Job.every(
                        "ask-results",
                        Duration.ofMinutes(1),
                        run -> {
                            if (paying.askDue()) {
                                run.moreToDo();
                            }
                        }));
    }
}
