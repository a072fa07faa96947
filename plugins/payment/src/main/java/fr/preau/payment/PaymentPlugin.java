package fr.preau.payment;

import fr.preau.api.data.NewIds;
import fr.preau.api.document.Documents;
import fr.preau.api.event.Events;
import fr.preau.api.event.Listener;
import fr.preau.api.job.Job;
import fr.preau.api.plugin.Plugin;
import fr.preau.api.privacy.PersonalData;
import fr.preau.api.route.Route;
import fr.preau.api.service.OfferedService;
import fr.preau.api.web.Site;
import fr.preau.payment.debts.DebtBook;
import fr.preau.payment.debts.Debts;
import fr.preau.payment.debts.RegieRoutes;
import fr.preau.payment.operations.Payments;
import fr.preau.payment.operations.PaymentsOfPerson;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What families have to pay, paid online through PayFiP. */
@Component(service = Plugin.class)
public final class PaymentPlugin implements Plugin {

    private final Payments payments;
    private final DebtBook debts;
    private final RegieRoutes regies;
    private final PaymentsOfPerson ofPerson;

    @Activate
    public PaymentPlugin(
            @Reference EntityManager entities,
            @Reference Events events,
            @Reference Site site,
            @Reference NewIds ids,
            @Reference Documents documents,
            @Reference Clock clock) {
        payments = new Payments(entities, events, site, ids, documents, clock);
        regies = new RegieRoutes(entities, ids);
        ofPerson = new PaymentsOfPerson(entities);
        debts = new DebtBook(entities, ids, clock);
    }

    @Override
    public List<Route<?, ?>> routes() {
        List<Route<?, ?>> routes = new ArrayList<>(payments.routes());
        routes.addAll(regies.routes());
        return routes;
    }

    @Override
    public List<Listener<?>> listeners() {
        return payments.listeners();
    }

    @Override
    public List<OfferedService<?>> services() {
        return List.of(OfferedService.of("payment.Debts", Debts.class, debts));
    }

    @Override
    public Optional<PersonalData> personalData() {
        return Optional.of(ofPerson);
    }

    @Override
    public List<Job> jobs() {
        return payments.jobs();
    }
}
