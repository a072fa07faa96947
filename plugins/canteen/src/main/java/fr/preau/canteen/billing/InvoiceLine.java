package fr.preau.canteen.billing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A line of an invoice or a credit note, down to each meal. */
@Entity
@Table(name = "canteen_invoice_line")
@IdClass(InvoiceLine.Key.class)
@NamedQuery(
        name = "InvoiceLine.of",
        query =
                "SELECT l FROM InvoiceLine l WHERE l.invoiceId IN :invoices"
                        + " ORDER BY l.invoiceId, l.place")
@NamedQuery(
        name = "InvoiceLine.issuedOf",
        query =
                "SELECT l FROM InvoiceLine l JOIN Invoice i ON i.id = l.invoiceId"
                        + " WHERE l.pupilId IN :pupils AND l.lastDay >= :first"
                        + " AND l.unit > 0 AND i.issuedAt IS NOT NULL")
@NamedQuery(
        name = "InvoiceLine.kindsOfRun",
        query =
                "SELECT NEW fr.preau.canteen.billing.RunPage.OfKind(l.kind, SUM(l.meals),"
                        + " SUM(l.cents)) FROM InvoiceLine l JOIN Invoice i ON i.id = l.invoiceId"
                        + " WHERE i.runId = :run AND i.kind ="
                        + " fr.preau.canteen.billing.Invoice.Kind.INVOICE GROUP BY l.kind")
@NamedQuery(
        name = "InvoiceLine.collegesOfRun",
        query =
                "SELECT NEW fr.preau.canteen.billing.RunPage.OfCollege(l.collegeName, SUM(l.meals),"
                        + " SUM(l.cents)) FROM InvoiceLine l JOIN Invoice i ON i.id = l.invoiceId"
                        + " WHERE i.runId = :run AND l.unit > 0 AND i.kind ="
                        + " fr.preau.canteen.billing.Invoice.Kind.INVOICE"
                        + " GROUP BY l.collegeName ORDER BY l.collegeName")
@NamedQuery(
        name = "InvoiceLine.delete",
        query = "DELETE FROM InvoiceLine l WHERE l.invoiceId IN :ids")
@NamedQuery(
        name = "InvoiceLine.ofPupil",
        query = "SELECT l FROM InvoiceLine l WHERE l.pupilId = :person ORDER BY l.firstDay")
public class InvoiceLine {

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    @Id
    @Column(name = "invoice_id")
    private UUID invoiceId;

    @Id private int place;

    @Enumerated(EnumType.STRING)
    private LineKind kind;

    @Column(name = "pupil_id")
    private UUID pupilId;

    @Column(name = "pupil_name")
    private String pupilName;

    @Column(name = "college_name")
    private String collegeName;

    private boolean late;

    private int band;

    private int price;

    private int share;

    private int unit;

    private int meals;

    private int cents;

    private String decision;

    private String days;

    @Column(name = "first_day")
    private LocalDate firstDay;

    @Column(name = "last_day")
    private LocalDate lastDay;

    @Column(name = "corrects_id")
    private UUID correctsId;

    @Column(name = "corrects_place")
    private int correctsPlace;

    @Column(name = "by_hand")
    private boolean byHand;

    @SuppressWarnings("NullAway.Init")
    protected InvoiceLine() {}

    InvoiceLine(UUID invoice, int place, DraftLine draft) {
        this.invoiceId = invoice;
        this.place = place;
        this.kind = draft.kind();
        this.pupilId = draft.pupil();
        this.pupilName = draft.pupilName();
        this.collegeName = draft.collegeName();
        this.late = draft.late();
        this.band = draft.band();
        this.price = draft.price();
        this.share = draft.share();
        this.unit = draft.unit();
        this.decision = draft.decision();
        this.correctsId = Invoice.NONE;
        set(draft.days());
        this.cents = draft.cents();
    }

    private void set(List<LocalDate> all) {
        List<LocalDate> sorted = all.stream().sorted().toList();
        meals = sorted.size();
        days = sorted.stream().map(LocalDate::toString).collect(Collectors.joining(","));
        firstDay = sorted.get(0);
        lastDay = sorted.get(sorted.size() - 1);
    }

    /**
     * Some meals of this line, as a line of a credit note.
     *
     * @param said whether somebody says so: then they are not billed again
     */
    InvoiceLine taken(UUID credit, int newPlace, List<LocalDate> back, boolean said) {
        InvoiceLine line = new InvoiceLine();
        line.invoiceId = credit;
        line.place = newPlace;
        line.kind = kind;
        line.pupilId = pupilId;
        line.pupilName = pupilName;
        line.collegeName = collegeName;
        line.late = late;
        line.band = band;
        line.price = price;
        line.share = share;
        line.unit = unit;
        line.decision = decision;
        line.correctsId = invoiceId;
        line.correctsPlace = place;
        line.byHand = said;
        line.set(back);
        line.cents = Math.multiplyExact(unit, line.meals);
        return line;
    }

    /**
     * What credit notes have left over is taken off an invoice.
     *
     * @param amount more than nothing
     */
    static InvoiceLine carried(UUID invoice, int place, int amount, LocalDate day) {
        InvoiceLine line = new InvoiceLine();
        line.invoiceId = invoice;
        line.place = place;
        line.kind = LineKind.CARRIED;
        line.pupilId = Invoice.NONE;
        line.pupilName = "";
        line.collegeName = "";
        line.share = 100;
        line.decision = "";
        line.days = "";
        line.firstDay = day;
        line.lastDay = day;
        line.correctsId = Invoice.NONE;
        line.cents = -amount;
        return line;
    }

    UUID invoice() {
        return invoiceId;
    }

    int place() {
        return place;
    }

    LineKind kind() {
        return kind;
    }

    UUID pupil() {
        return pupilId;
    }

    String pupilName() {
        return pupilName;
    }

    int meals() {
        return meals;
    }

    int unit() {
        return unit;
    }

    /** In cents; below zero for what is taken off. */
    int cents() {
        return cents;
    }

    List<LocalDate> days() {
        return DAY.matcher(days).results().map(day -> LocalDate.parse(day.group())).toList();
    }

    /** Whether it takes back what another line has asked for. */
    boolean isCredit() {
        return !correctsId.equals(Invoice.NONE);
    }

    /** Of a credit note: whether somebody has said that these meals cost nothing. */
    boolean isByHand() {
        return byHand;
    }

    /** The line of an invoice that it takes back some of. */
    Key corrects() {
        return new Key(correctsId, correctsPlace);
    }

    Key key() {
        return new Key(invoiceId, place);
    }

    InvoicePage.Line shown() {
        return new InvoicePage.Line(
                place,
                kind,
                pupilName,
                collegeName,
                late,
                band,
                price,
                share,
                unit,
                meals,
                cents,
                decision,
                days());
    }

    /** Which invoice, and where on it. */
    public record Key(UUID invoiceId, int place) implements Serializable {}
}
