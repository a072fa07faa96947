package fr.preau.payment.debts;

import fr.preau.api.route.Violations;
import fr.preau.payment.payfip.Saisie;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** A régie: the public fund that takes the money, with its contract at PayFiP. */
@Entity
@Table(name = "payment_regie")
@NamedQuery(name = "Regie.all", query = "SELECT r FROM Regie r ORDER BY r.name, r.id")
@NamedQuery(name = "Regie.ofClient", query = "SELECT r FROM Regie r WHERE r.client = :client")
public class Regie {

    @Id private UUID id;

    private String name;

    private String client;

    @Enumerated(EnumType.STRING)
    private Saisie saisie;

    private boolean online;

    @Version private int version;

    @SuppressWarnings("NullAway.Init")
    protected Regie() {}

    public Regie(RegieInput typed) {
        this.id = typed.regie();
        this.client = typed.client();
        this.name = typed.name();
        this.saisie = typed.saisie();
        this.online = typed.isOnline();
    }

    /** Its contract stays: debts and operations know it by that. */
    void change(RegieInput typed) {
        name = typed.name();
        saisie = typed.saisie();
        online = typed.isOnline();
    }

    Debts.Taker taker() {
        return new Debts.Taker(client, name);
    }

    RegiesPage.Line line() {
        return new RegiesPage.Line(id, name, client, saisie, online);
    }

    RegiePage page() {
        return new RegiePage(id, false, name, client, saisie, online, Violations.none());
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** The number of its contract, six digits. */
    public String client() {
        return client;
    }

    public Saisie saisie() {
        return saisie;
    }

    /** Whether it takes payments online. */
    public boolean isOpen() {
        return online;
    }
}
