package fr.preau.canteen.billing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A family finds it hard to pay an invoice and says so; what they were answered. */
@Entity
@Table(name = "canteen_aid")
@NamedQuery(
        name = "Aid.waiting",
        query = "SELECT a FROM Aid a WHERE a.answeredAt IS NULL ORDER BY a.askedAt, a.id")
@NamedQuery(
        name = "Aid.countWaiting",
        query = "SELECT COUNT(a) FROM Aid a WHERE a.answeredAt IS NULL")
@NamedQuery(
        name = "Aid.ofInvoice",
        query = "SELECT a FROM Aid a WHERE a.invoiceId = :invoice ORDER BY a.askedAt DESC, a.id")
@NamedQuery(
        name = "Aid.ofAsker",
        query = "SELECT a FROM Aid a WHERE a.askedBy = :person ORDER BY a.askedAt")
public class Aid {

    @Id private UUID id;

    @Column(name = "invoice_id")
    private UUID invoiceId;

    @Column(name = "asked_by")
    private UUID askedBy;

    @Column(name = "asker_name")
    private String askerName;

    private String words;

    @Column(name = "asked_at")
    private Instant askedAt;

    private String answer;

    @Column(name = "answered_by")
    private String answeredBy;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    @SuppressWarnings("NullAway.Init")
    protected Aid() {}

    Aid(UUID id, Invoice invoice, UUID person, String name, String words, Instant now) {
        this.id = id;
        this.invoiceId = invoice.id();
        this.askedBy = person;
        this.askerName = name;
        this.words = words;
        this.askedAt = now;
        this.answer = "";
        this.answeredBy = "";
    }

    UUID id() {
        return id;
    }

    UUID invoice() {
        return invoiceId;
    }

    UUID asker() {
        return askedBy;
    }

    String askerName() {
        return askerName;
    }

    String words() {
        return words;
    }

    Instant askedAt() {
        return askedAt;
    }

    String answer() {
        return answer;
    }

    Optional<Instant> answeredAt() {
        return Optional.ofNullable(answeredAt);
    }

    void answer(String newAnswer, String by, Instant now) {
        answer = newAnswer;
        answeredBy = by;
        answeredAt = now;
    }
}
