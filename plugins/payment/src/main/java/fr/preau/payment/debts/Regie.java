package fr.preau.payment.debts;

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
