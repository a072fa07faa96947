package fr.preau.canteen.billing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.event.Fact;
import fr.preau.api.school.StaffFunction;
import fr.preau.canteen.registration.Counter;
import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import fr.preau.testkit.Visitor;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Meals are billed, invoices go out and are put right; payment is stood in for. */
@PreauTest
public class BillingTest extends Counter {

    private final FakeDebts debts = new FakeDebts();

    BillingTest(PreauKit kit) {
        super(kit);
    }

    /** As the line tells it; public, for JSON is made of it. */
    @Fact("canteen.MealsServed")
    public record Served(LocalDate day, List<OfPupil> meals) {

        public record OfPupil(UUID pupil, String name, String className, boolean taken) {}
    }

    /**
     * Awa and Léo eat on Mondays and Thursdays, for 5,20 € each: a quotient of 1 000 €. It is 3
     * December 2026; November has nine such days of school.
     */
    @BeforeEach
    void novemberIsOver() {
        registered("Awa", "Léo");
        kit.offer(Debts.NAME, Debts.class, debts);
        kit.clock().set(Instant.parse("2026-12-03T09:00:00Z"));
    }

    private KitAnswer begin(String first, String last) {
        return begin(UUID.randomUUID(), first, last);
    }

    private KitAnswer begin(UUID key, String first, String last) {
        KitAnswer answer =
                kit.asOperator()
                        .post(
                                "/billing",
                                Form.of(
                                        "key",
                                        key.toString(),
                                        "first",
                                        first,
                                        "last",
                                        last,
                                        "due",
                                        "2027-01-04",
                                        "regie",
                                        "123456"));
        kit.deliver();
        return answer;
    }

    /** The address of a run that is ready. */
    private String ready(String first, String last) {
        KitAnswer answer = begin(first, last);
        assertThat(answer.status()).as(String.valueOf(answer.json())).isEqualTo(200);
        return String.valueOf(answer.location());
    }

    private void issue(String run) {
        assertThat(kit.asOperator().post(run + "/issue", Form.empty()).status()).isEqualTo(200);
        kit.deliver();
        assertThat(run(run).getString("state")).isEqualTo("ISSUED");
    }

    private JsonObject run(String run) {
        return kit.asOperator().get(run).json();
    }

    private List<JsonObject> rows(String run) {
        return run(run).getJsonObject("invoices")
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    private List<JsonObject> invoices() {
        return parent.get("/invoices")
                .json()
                .getJsonObject("invoices")
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    private JsonObject invoice(JsonObject row) {
        return parent.get("/invoices/" + row.getString("invoice")).json();
    }

    private List<JsonObject> lines(JsonObject invoice) {
        return invoice.getJsonArray("lines").getValuesAs(JsonObject.class);
    }

    private JsonObject line(JsonObject invoice, String name, String kind) {
        return lines(invoice).stream()
                .filter(line -> line.getString("pupil").startsWith(name))
                .filter(line -> line.getString("kind").equals(kind))
                .findFirst()
                .orElseThrow(() -> new AssertionError(invoice.toString()));
    }

    private UUID pupil(String name) {
        try (Connection connection = kit.dataSource().getConnection();
                PreparedStatement statement =
                        connection.prepareStatement(
                                "SELECT pupil_id FROM preau_c_0920000a.canteen_application_child"
                                        + " WHERE pupil_name LIKE ?")) {
            statement.setString(1, name + "%");
            try (ResultSet found = statement.executeQuery()) {
                assertThat(found.next()).as(name).isTrue();
                return UUID.fromString(found.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The line of the first collège has run, and has served these. */
    private void served(String day, String... names) {
        List<Served.OfPupil> meals = new ArrayList<>();
        for (String name : names) {
            meals.add(new Served.OfPupil(pupil(name), name, "5eA", true));
        }
        kit.publish(kit.college(), kit.departement(), new Served(LocalDate.parse(day), meals), day);
    }

    private void notServed(String day, String name) {
        kit.publish(
                kit.college(),
                kit.departement(),
                new Served(
                        LocalDate.parse(day),
                        List.of(new Served.OfPupil(pupil(name), name, "5eA", false))),
                day);
    }

    @Test
    void aMonthIsLookedAtAndThenGoesOut() {
        String run = ready("2026-11-01", "2026-11-30");

        JsonObject page = run(run);
        assertThat(page.getString("state")).isEqualTo("READY");
        assertThat(page.getInt("unheld")).as("nobody has kept the line").isEqualTo(18);
        assertThat(rows(run)).as("October may have been billed elsewhere").hasSize(1);
        assertThat(rows(run).get(0).getInt("cents")).isEqualTo(18 * 520);
        assertThat(kit.asOperator().get(run).html())
                .contains("Émettre la facture", "93,60", "Par collège");
        assertThat(kit.asOperator().get(run).statements()).isLessThanOrEqualTo(9);
        assertThat(invoices()).as("nothing is out").isEmpty();
        assertThat(debts.raised).isEmpty();

        issue(run);

        JsonObject row = invoices().get(0);
        assertThat(row.getString("reference")).isEqualTo("F2026-000001");
        assertThat(row.getInt("left")).isEqualTo(18 * 520);
        assertThat(debts.raised.get("F2026-000001")).isEqualTo(18 * 520);
        assertThat(debts.payers).containsExactly(parent.account().value());
        JsonObject invoice = invoice(row);
        JsonObject awa = line(invoice, "Awa", "MEAL");
        assertThat(awa.getInt("band")).isEqualTo(5);
        assertThat(awa.getJsonArray("days")).hasSize(9);
        assertThat(awa.getJsonArray("days").getString(0)).isEqualTo("2026-11-02");
        assertThat(kit.notices(kit.departement()))
                .extracting(notice -> notice.title())
                .contains("Restauration scolaire, novembre 2026");
        assertThat(parent.get("/invoices").statements()).isLessThanOrEqualTo(4);
        assertThat(parent.get("/invoices/" + row.getString("invoice")).statements())
                .isLessThanOrEqualTo(5);
        assertThat(parent.get("/invoices/" + row.getString("invoice")).html())
                .contains("Payer en ligne", "lundi 2\u00a0novembre");
    }

    @Test
    void whatWasNotEatenCostsNothingAndTheInvoiceSaysWhy() {
        kit.clock().set(Instant.parse("2026-11-05T08:00:00Z"));
        JsonObject awa = child("Awa");
        parent.post(
                "/bookings",
                Form.of("month", "2026-11", "shown", awa.getString("child") + ":2026-11-12"));
        kit.deliver();
        kit.clock().set(Instant.parse("2026-12-03T09:00:00Z"));
        served("2026-11-16", "Léo");
        served("2026-11-17", "Léo");

        String run = ready("2026-11-01", "2026-11-30");
        issue(run);

        JsonObject invoice = invoice(invoices().get(0));
        assertThat(line(invoice, "Awa", "CANCELLED").getJsonArray("days").getString(0))
                .isEqualTo("2026-11-12");
        assertThat(line(invoice, "Awa", "NOT_TAKEN").getJsonArray("days").getString(0))
                .isEqualTo("2026-11-16");
        assertThat(line(invoice, "Awa", "MEAL").getInt("meals")).isEqualTo(7);
        assertThat(line(invoice, "Léo", "EXTRA").getJsonArray("days").getString(0))
                .as("on a Tuesday")
                .isEqualTo("2026-11-17");
        assertThat(invoice.getInt("cents")).isEqualTo((7 + 9 + 1) * 520);
    }

    private JsonObject child(String name) {
        return parent
                .get("/bookings?month=2026-11")
                .json()
                .getJsonArray("children")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(child -> child.getString("name").startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsFoundOutLaterIsBilledOrTakenBackByTheNextRun() {
        served("2026-10-01", "Awa", "Léo");
        served("2026-10-05", "Awa");
        String october = ready("2026-10-01", "2026-10-31");
        issue(october);
        int first = invoices().get(0).getInt("cents");
        debts.paid("F2026-000001", first);
        notServed("2026-10-01", "Awa");
        served("2026-10-05", "Léo");

        String november = ready("2026-11-01", "2026-11-30");
        issue(november);

        assertThat(rows(november))
                .extracting(row -> row.getString("reference"))
                .containsExactlyInAnyOrder("F2026-000002", "A2026-000001");
        JsonObject credit =
                invoices().stream()
                        .filter(row -> row.getString("kind").equals("CREDIT"))
                        .findFirst()
                        .orElseThrow();
        assertThat(credit.getInt("cents")).isEqualTo(520);
        assertThat(invoice(credit).getInt("leftOver")).as("it was paid").isEqualTo(520);
        JsonObject second =
                invoice(
                        invoices().stream()
                                .filter(row -> row.getString("reference").equals("F2026-000002"))
                                .findFirst()
                                .orElseThrow());
        assertThat(
                        lines(second).stream()
                                .filter(line -> line.getBoolean("late"))
                                .map(line -> line.getJsonArray("days").getString(0)))
                .containsExactly("2026-10-05");
        assertThat(second.getInt("cents")).isEqualTo(19 * 520);

        kit.clock().set(Instant.parse("2027-01-04T09:00:00Z"));
        KitAnswer begun =
                kit.asOperator()
                        .post(
                                "/billing",
                                Form.of(
                                        "key", UUID.randomUUID().toString(),
                                        "first", "2026-12-01",
                                        "last", "2026-12-31",
                                        "due", "2027-02-04",
                                        "regie", "123456"));
        kit.deliver();
        String december = String.valueOf(begun.location());
        issue(december);
        JsonObject third = invoice(invoices().get(0));
        assertThat(third.getString("reference")).as("a year of its own").isEqualTo("F2027-000001");
        assertThat(lines(third).stream().filter(line -> line.getString("kind").equals("CARRIED")))
                .extracting(line -> line.getInt("cents"))
                .containsExactly(-520);
        assertThat(invoice(credit).getInt("leftOver")).isZero();
    }

    @Test
    void aMealIsBilledOnceHoweverOftenAMonthIsBilled() {
        issue(ready("2026-11-01", "2026-11-30"));

        String again = ready("2026-11-01", "2026-11-30");

        assertThat(rows(again)).isEmpty();
        issue(again);
        assertThat(debts.raised).hasSize(1);
    }

    @Test
    void aRunIsThrownAwayBeforeAnythingIsOut() {
        String run = ready("2026-11-01", "2026-11-30");

        assertThat(kit.asOperator().post(run + "/drop", Form.empty()).status()).isEqualTo(200);
        assertThat(kit.asOperator().post(run + "/drop", Form.empty()).status()).isEqualTo(200);
        assertThat(kit.asOperator().post(run + "/issue", Form.empty()).status()).isEqualTo(409);

        String next = ready("2026-11-01", "2026-11-30");
        issue(next);
        assertThat(invoices())
                .extracting(row -> row.getString("reference"))
                .containsExactly("F2026-000001");
        assertThat(kit.asOperator().post(next + "/drop", Form.empty()).status()).isEqualTo(409);
    }

    @Test
    void oneRunAtATimeAndAFormThatIsSentTwiceIsOne() {
        UUID key = UUID.randomUUID();
        String run = String.valueOf(begin(key, "2026-11-01", "2026-11-30").location());

        assertThat(begin(key, "2026-11-01", "2026-11-30").location()).isEqualTo(run);
        assertThat(begin("2026-10-01", "2026-10-31").status()).isEqualTo(409);
        kit.asOperator().post(run + "/issue", Form.empty());
        kit.asOperator().post(run + "/issue", Form.empty());
        kit.asOperator().post(run + "/wake", Form.empty());
        kit.deliver();

        assertThat(debts.raised).hasSize(1);
        assertThat(debts.calls).as("asked for once").isEqualTo(1);
    }

    @Test
    void aPeriodThatCannotBeBilledIsRefusedWithItsField() {
        assertThat(begin("2026-11-30", "2026-11-01").violations()).containsKey("last");
        assertThat(begin("2026-08-01", "2026-09-30").violations()).containsKey("last");
        assertThat(begin("2026-12-01", "2026-12-31").violations()).containsKey("last");
        KitAnswer wrong =
                kit.asOperator()
                        .post(
                                "/billing",
                                Form.of(
                                        "key", UUID.randomUUID().toString(),
                                        "first", "2026-11-01",
                                        "last", "2026-11-30",
                                        "due", "2026-12-03",
                                        "regie", "999999"));
        assertThat(wrong.violations()).containsKeys("due", "regie");
        assertThat(kit.asOperator().get("/billing").json().getJsonArray("runs")).isEmpty();
    }

    @Test
    void withoutPaymentNothingIsBilled() {
        kit.beginAfresh();
        kit.clock().set(Instant.parse("2026-12-03T09:00:00Z"));

        assertThat(begin("2026-11-01", "2026-11-30").violations()).containsKey("regie");
        assertThat(kit.asOperator().get("/billing").html())
                .contains("Le module Paiement ne répond pas");
    }

    @Test
    void anInvoiceIsItsPayersAloneAndOnPaperToo() {
        issue(ready("2026-11-01", "2026-11-30"));
        String invoice = invoices().get(0).getString("invoice");
        Visitor stranger = kit.as(kit.guardian()).at(kit.departement());

        assertThat(stranger.get("/invoices/" + invoice).status()).isEqualTo(404);
        assertThat(stranger.get("/invoices/" + invoice + "/invoice.pdf").status()).isEqualTo(404);
        assertThat(stranger.get("/invoices").html()).doesNotContain("F2026");
        assertThat(parent.get("/billing").status()).isEqualTo(403);
        assertThat(parent.get("/billing/invoices/" + invoice).status()).isEqualTo(403);
        byte[] pdf = parent.get("/invoices/" + invoice + "/invoice.pdf").bytes();
        assertThat(new String(pdf, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
        assertThat(kit.as(kit.staff(StaffFunction.GESTIONNAIRE)).get("/billing").html())
                .contains("La facturation est tenue ailleurs");
    }

    @Test
    void someoneTakesMealsBackWithAReasonAndOnlyOnce() {
        issue(ready("2026-11-01", "2026-11-30"));
        String invoice = invoices().get(0).getString("invoice");
        String address = "/billing/invoices/" + invoice;
        Form form =
                Form.of("meal", "1:2026-11-02", "reason", "Élève malade, certificat reçu")
                        .with("meal", "1:2026-11-05");

        assertThat(
                        kit.asOperator()
                                .post(address + "/credit", Form.of("reason", "Rien"))
                                .violations())
                .containsKey("meal");
        assertThat(
                        kit.asOperator()
                                .post(
                                        address + "/credit",
                                        Form.of("meal", "1:2026-11-03", "reason", "Un mardi"))
                                .violations())
                .as("not on the invoice")
                .containsKey("meal");
        assertThat(kit.asOperator().post(address + "/credit", form).status()).isEqualTo(200);
        assertThat(kit.asOperator().post(address + "/credit", form).violations())
                .as("sent twice")
                .containsKey("meal");

        assertThat(debts.credited.get("F2026-000001")).isEqualTo(2 * 520);
        JsonObject credit = invoice(invoices().get(0));
        assertThat(credit.getString("reference")).isEqualTo("A2026-000001");
        assertThat(credit.getInt("cents")).isEqualTo(2 * 520);
        assertThat(credit.getInt("leftOver")).as("it was not paid yet").isZero();
        assertThat(parent.post(address + "/credit", form).status()).isEqualTo(403);

        String next = ready("2026-11-01", "2026-11-30");
        assertThat(rows(next))
                .as("eaten as far as anybody knows, but somebody has said that they cost nothing")
                .isEmpty();
    }

    @Test
    void nothingIsTakenBackByHandWhileARunIsOpen() {
        issue(ready("2026-11-01", "2026-11-30"));
        String invoice = invoices().get(0).getString("invoice");
        ready("2026-10-01", "2026-10-31");

        assertThat(
                        kit.asOperator()
                                .post(
                                        "/billing/invoices/" + invoice + "/credit",
                                        Form.of("meal", "1:2026-11-02", "reason", "Malade"))
                                .status())
                .isEqualTo(409);
    }

    @Test
    void whoIsNotRegisteredPaysAsAPassager() {
        KitPerson zoe = kit.aPupil().named("Zoé", "Roux").inClass("5eB").create();
        kit.publish(
                kit.college(),
                kit.departement(),
                new Served(
                        LocalDate.parse("2026-11-10"),
                        List.of(
                                new Served.OfPupil(
                                        zoe.id().value(), zoe.displayName(), "5eB", true))),
                "2026-11-10");

        String run = ready("2026-11-01", "2026-11-30");

        assertThat(rows(run))
                .filteredOn(row -> row.getString("payer").equals("Responsables de Zoé Roux"))
                .extracting(row -> row.getInt("cents"))
                .containsExactly(673);
    }

    /** As payment tells it; public, for JSON is made of it. */
    @Fact("payment.DebtPaid")
    public record Paid(String owner, String reference, int cents) {}

    private void pay(String reference, int cents) {
        debts.paid(reference, cents);
        kit.publish(
                kit.departement(),
                kit.departement(),
                new Paid("canteen", reference, cents),
                reference);
    }

    private List<String> unpaid() {
        return kit
                .asOperator()
                .get("/unpaid")
                .json()
                .getJsonObject("lines")
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(line -> line.getString("reference") + " " + line.getInt("left"))
                .toList();
    }

    @Test
    void whatIsOverdueIsListedUntilItIsPaidOrTakenBack() {
        issue(ready("2026-11-01", "2026-11-30"));
        assertThat(unpaid()).as("due on 4 January").isEmpty();
        kit.clock().set(Instant.parse("2027-01-05T09:00:00Z"));
        assertThat(unpaid()).containsExactly("F2026-000001 9360");
        assertThat(kit.asOperator().get("/unpaid").statements()).isLessThanOrEqualTo(6);
        assertThat(kit.asOperator().get("/unpaid?name=martin").html()).contains("F2026-000001");
        assertThat(kit.asOperator().get("/unpaid?name=%25x").html()).doesNotContain("F2026-000001");

        pay("F2026-000001", 5000);
        assertThat(unpaid()).containsExactly("F2026-000001 4360");
        String invoice = invoices().get(0).getString("invoice");
        kit.asOperator()
                .post(
                        "/billing/invoices/" + invoice + "/credit",
                        Form.of("meal", "1:2026-11-02", "reason", "Malade"));
        assertThat(unpaid()).containsExactly("F2026-000001 3840");
        pay("F2026-000001", 3840);
        assertThat(unpaid()).isEmpty();
        assertThat(parent.get("/unpaid").status()).isEqualTo(403);
    }

    private List<String> reminders() {
        return kit.notices(kit.departement()).stream()
                .map(notice -> notice.title())
                .filter(title -> title.contains("appel"))
                .toList();
    }

    @Test
    void whoHasNotPaidIsRemindedTwiceAndMayAskForHelp() {
        issue(ready("2026-11-01", "2026-11-30"));
        String invoice = "/invoices/" + invoices().get(0).getString("invoice");
        assertThat(parent.get(invoice).html()).doesNotContain("du mal à payer");
        kit.clock().set(Instant.parse("2027-01-10T09:00:00Z"));
        kit.runJob("remind-of-the-departement");
        assertThat(reminders()).isEmpty();
        kit.clock().set(Instant.parse("2027-01-11T09:00:00Z"));
        kit.runJob("remind-of-the-departement");
        kit.runJob("remind-of-the-departement");
        assertThat(reminders())
                .containsExactly("Rappel\u00a0: la facture F2026-000001 reste à payer");

        JsonObject page = parent.get(invoice).json();
        Form help =
                Form.of("key", page.getString("asks"), "words", "Nous sommes <b>sans</b> travail.");
        assertThat(parent.post(invoice + "/aid", help).status()).isEqualTo(200);
        assertThat(parent.post(invoice + "/aid", help).status()).as("sent twice").isEqualTo(200);
        Visitor stranger = kit.as(kit.guardian()).at(kit.departement());
        assertThat(stranger.post(invoice + "/aid", help).status()).isEqualTo(404);
        List<JsonObject> waiting =
                kit.asOperator()
                        .get("/aids")
                        .json()
                        .getJsonArray("aids")
                        .getValuesAs(JsonObject.class);
        assertThat(waiting).hasSize(1);
        assertThat(kit.asOperator().get("/aids").html())
                .contains("Nous sommes &lt;b&gt;sans&lt;/b&gt; travail.");
        String answer = "/aids/" + waiting.get(0).getString("aid") + "/answer";
        assertThat(kit.asOperator().post(answer, Form.of("answer", " ")).violations())
                .containsKey("answer");
        kit.asOperator().post(answer, Form.of("answer", "Le fonds social prend la moitié."));
        kit.asOperator().post(answer, Form.of("answer", "Une autre."));
        assertThat(parent.get(invoice).html())
                .contains("Le fonds social prend la moitié.")
                .doesNotContain("Une autre.", "Demander une aide");

        kit.clock().set(Instant.parse("2027-01-25T09:00:00Z"));
        kit.runJob("remind-of-the-departement");
        kit.clock().set(Instant.parse("2027-03-25T09:00:00Z"));
        kit.runJob("remind-of-the-departement");
        assertThat(reminders()).hasSize(2);
    }

    @Test
    void aCreditThatIsMoreThanTheNextInvoiceIsTakenOffSeveral() {
        issue(ready("2026-10-01", "2026-10-31"));
        JsonObject october = invoices().get(0);
        pay("F2026-000001", october.getInt("cents"));
        Form form = Form.of("reason", "Fermeture de la cuisine");
        for (JsonObject line : lines(invoice(october))) {
            for (int day = 0; day < 3; day++) {
                form.with(
                        "meal",
                        line.getInt("place") + ":" + line.getJsonArray("days").getString(day));
            }
        }
        kit.asOperator()
                .post("/billing/invoices/" + october.getString("invoice") + "/credit", form);
        for (String day :
                List.of(
                        "2026-11-02",
                        "2026-11-05",
                        "2026-11-09",
                        "2026-11-12",
                        "2026-11-16",
                        "2026-11-19",
                        "2026-11-23",
                        "2026-11-26",
                        "2026-11-30")) {
            served(day, day.equals("2026-11-09") ? new String[] {"Awa"} : new String[0]);
        }

        issue(ready("2026-11-01", "2026-11-30"));

        JsonObject november =
                invoices().stream()
                        .filter(row -> row.getString("reference").equals("F2026-000002"))
                        .findFirst()
                        .orElseThrow();
        assertThat(november.getInt("cents")).isZero();
        assertThat(debts.raised).doesNotContainKey("F2026-000002");
        JsonObject credit =
                invoices().stream()
                        .filter(row -> row.getString("kind").equals("CREDIT"))
                        .findFirst()
                        .orElseThrow();
        assertThat(credit.getInt("cents")).isEqualTo(6 * 520);
        assertThat(invoice(credit).getInt("leftOver")).isEqualTo(5 * 520);
        assertThat(parent.get("/invoices").html()).contains("Tout est payé");
    }
}
