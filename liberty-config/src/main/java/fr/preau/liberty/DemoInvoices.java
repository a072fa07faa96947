package fr.preau.liberty;

import fr.preau.database.EmbeddedMariaDb;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * The children of the demo's guardian eat at the canteen, and last month has been billed: there is
 * something to pay. All of it goes through the same pages as any, but for the days before today,
 * which no page lets anybody register for.
 */
final class DemoInvoices {

    private static final String GUARDIAN = "parent.sevres";
    private static final String CANTEEN = "/c/departement/canteen";
    private static final String REGIE = "123456";
    private static final String SCHEMA = "preau_c_0920000a";

    /** Of the two collèges, whose kitchens and lines know who eats there. */
    private static final List<String> COLLEGES = List.of("preau_c_0921244c", "preau_c_0921554p");

    private static final Duration LONGEST = Duration.ofSeconds(90);

    private final DemoClient client;
    private final Installation installation;
    private final LocalDate today;

    DemoInvoices(DemoClient client, Installation installation, LocalDate today) {
        this.client = client;
        this.installation = installation;
        this.today = today;
    }

    /** Once: where the data of the last time are there, nothing changes. */
    void write() throws InterruptedException {
        JsonObject registrations = client.read(GUARDIAN, CANTEEN + "/registrations");
        if (!registrations.getJsonArray("sent").isEmpty()) {
            return;
        }
        client.write(
                "departement",
                "/c/departement/payment/regies/" + key("regie"),
                Map.of(
                        "name", "Restauration scolaire",
                        "client", REGIE,
                        "saisie", "PRODUCTION",
                        "online", "true"));
        register();
        accept();
        backdate();
        bill();
    }

    private static UUID key(String of) {
        return UUID.nameUUIDFromBytes(("demo " + of).getBytes(StandardCharsets.UTF_8));
    }

    private void register() throws InterruptedException {
        client.write(GUARDIAN, CANTEEN + "/registrations", Map.of());
        String application =
                CANTEEN
                        + client.read(GUARDIAN, CANTEEN + "/registrations")
                                .getJsonArray("open")
                                .getJsonObject(0)
                                .getString("address")
                                .replaceFirst("/[a-z]+$", "");
        List<String> pupils =
                ids(client.read(GUARDIAN, application + "/children"), "children", "pupil");
        client.write(GUARDIAN, application + "/children", Map.of("child", pupils));
        List<String> days =
                ids(client.read(GUARDIAN, application + "/days"), "children", "child").stream()
                        .flatMap(
                                child -> List.of(1, 2, 4, 5).stream().map(day -> child + ":" + day))
                        .toList();
        client.write(GUARDIAN, application + "/days", Map.of("day", days));
        client.write(GUARDIAN, application + "/quotient", Map.of("source", "NONE"));
        client.write(
                GUARDIAN,
                application + "/payers",
                Map.of("split", "ALONE", "mail", "parent@preau.example"));
        client.write(GUARDIAN, application + "/summary", Map.of("agreed", "true"));
    }

    private static List<String> ids(JsonObject page, String list, String member) {
        return page.getJsonArray(list).getValuesAs(JsonObject.class).stream()
                .map(each -> each.getString(member))
                .toList();
    }

    private void accept() throws InterruptedException {
        for (Map.Entry<String, String> office :
                Map.of(
                                "sevres", "secretariat.sevres",
                                "meudon-bel-air", "direction.meudon-bel-air")
                        .entrySet()) {
            String identities = "/c/" + office.getKey() + "/canteen/identities";
            await(() -> !waiting(office.getValue(), identities).isEmpty());
            client.write(
                    office.getValue(),
                    identities,
                    Map.of("chosen", waiting(office.getValue(), identities)));
        }
        String applications = CANTEEN + "/applications";
        client.write(
                "departement",
                applications,
                Map.of(
                        "chosen",
                        ids(
                                client.read("departement", applications)
                                        .getJsonObject("applications"),
                                "items",
                                "application")));
        await(
                () ->
                        client.read(GUARDIAN, CANTEEN + "/registrations")
                                .getJsonArray("sent")
                                .getJsonObject(0)
                                .getString("state")
                                .equals("DECIDED"));
    }

    private List<String> waiting(String office, String identities) {
        return ids(client.read(office, identities).getJsonObject("children"), "items", "id");
    }

    private void await(BooleanSupplier done) throws InterruptedException {
        long last = System.nanoTime() + LONGEST.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > last) {
                throw new IllegalStateException("the demo's canteen does not get on");
            }
            Thread.sleep(250); // asked over HTTP: nobody tells
        }
    }

    /** As if they had been registered in the summer. */
    private void backdate() {
        int year = today.getMonthValue() < 9 ? today.getYear() - 1 : today.getYear();
        try (Connection connection =
                        installation
                                .database()
                                .connect(
                                        EmbeddedMariaDb.SCHEMA_USER,
                                        installation.folder().secret("schema"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "UPDATE %s.canteen_application_child SET valid_from = '%d-09-01'"
                            .formatted(SCHEMA, year));
            for (String college : COLLEGES) {
                statement.executeUpdate(
                        "UPDATE %s.canteen_diner SET first_day = '%d-09-01'"
                                .formatted(college, year));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the demo's canteen can't be dated back", e);
        }
    }

    /** Nothing in September, for August is of another school year. */
    private void bill() throws InterruptedException {
        YearMonth last = YearMonth.from(today).minusMonths(1);
        UUID run = key("billing " + last);
        boolean begun =
                client.write(
                        "departement",
                        CANTEEN + "/billing",
                        Map.of(
                                "key", run.toString(),
                                "first", last.atDay(1).toString(),
                                "last", last.atEndOfMonth().toString(),
                                "due", today.plusDays(30).toString(),
                                "regie", REGIE));
        if (begun) {
            String page = CANTEEN + "/billing/" + run;
            await(() -> state(page).equals("READY"));
            client.write("departement", page + "/issue", Map.of());
            await(() -> state(page).equals("ISSUED"));
        }
    }

    private String state(String run) {
        return client.read("departement", run).getString("state");
    }
}
