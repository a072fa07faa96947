package fr.preau.canteen.billing;

import fr.preau.canteen.registration.Counter;
import fr.preau.testkit.Form;
import fr.preau.testkit.PreauKit;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;

/**
 * Measures a billing run for 99 collèges and 40,000 half-boarders who eat four days a week, with
 * one meal in ten changed and the line of every other collège kept. Payment is stood in for: what
 * it takes to raise the debts is not in it.
 *
 * <p>Run by docs/performance/billing.sh.
 */
final class BillingMeasure extends Counter {

    private static final int PUPILS = 40_000;
    private static final int COLLEGES = 99;
    private static final String SCHEMA = "preau_c_0920000a.";
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 11, 30);

    private static final String CHECK_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";

    private final Random random = new Random(1);
    private final FakeDebts debts = new FakeDebts();

    private BillingMeasure(PreauKit kit) {
        super(kit);
    }

    public static void main(String[] arguments) throws SQLException {
        PreauKit kit = PreauKit.forModule();
        kit.beginAfresh();
        Thread.currentThread()
                .setUncaughtExceptionHandler(
                        (thread, failed) -> {
                            failed.printStackTrace();
                            System.exit(1);
                        });
        new BillingMeasure(kit).run();
        System.exit(0); // threads of the kit wait for a next test
    }

    private void run() throws SQLException {
        aCampaign();
        fill();
        kit.offer(Debts.NAME, Debts.class, debts);
        kit.clock().set(Instant.parse("2026-12-03T09:00:00Z"));
        long begin = System.nanoTime();
        String run =
                String.valueOf(
                        kit.asOperator()
                                .post(
                                        "/billing",
                                        Form.of(
                                                "key", UUID.randomUUID().toString(),
                                                "first", FIRST.toString(),
                                                "last", LAST.toString(),
                                                "due", "2027-01-04",
                                                "regie", "123456"))
                                .location());
        kit.deliver();
        long ready = System.nanoTime();
        JsonObject page = kit.asOperator().get(run).json();
        long shown = System.nanoTime();
        kit.asOperator().post(run + "/issue", Form.empty());
        kit.deliver();
        long issued = System.nanoTime();
        System.out.printf(
                "%s, %d households; seconds: prepared %.1f, page of the run %.2f, issued %.1f;"
                        + " %d debts, state %s, heap in use %d MB%n",
                page.getJsonArray("totals"),
                page.getInt("done"),
                seconds(begin, ready),
                seconds(ready, shown),
                seconds(shown, issued),
                debts.raised.size(),
                kit.asOperator().get(run).json().getString("state"),
                (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
    }

    private static double seconds(long from, long to) {
        return Duration.ofNanos(to - from).toMillis() / 1000.0;
    }

    private void fill() throws SQLException {
        try (Connection connection = kit.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement applications =
                            connection.prepareStatement(
                                    "INSERT INTO "
                                            + SCHEMA
                                            + "canteen_application (id, school_year, guardian_id,"
                                            + " guardian_name, state, reached, late, source,"
                                            + " income, shares, notice_file, income_check,"
                                            + " income_reason, income_by, split, own_share,"
                                            + " own_even, other_name, mail, created_at, changed_at,"
                                            + " sent_at, version) VALUES (?, 2026, ?, ?, 'DECIDED',"
                                            + " 4, FALSE, 'NOTICE', ?, 250,"
                                            + " '00000000-0000-0000-0000-000000000000',"
                                            + " 'ACCEPTED', '', '', ?, ?, FALSE, 'Autre', '',"
                                            + " NOW(6), NOW(6), NOW(6), 1)");
                    PreparedStatement children =
                            connection.prepareStatement(
                                    "INSERT INTO "
                                            + SCHEMA
                                            + "canteen_application_child (id, application_id,"
                                            + " school_year, college_uai, college_name, pupil_id,"
                                            + " pupil_name, class_name, weekdays, identity_check,"
                                            + " identity_reason, identity_by, decided_at,"
                                            + " valid_from, registered) VALUES (?, ?, 2026, ?, ?,"
                                            + " ?, ?, '5eA', '1,2,4,5', 'ACCEPTED', '', '', NOW(6),"
                                            + " '2026-09-01', 1)");
                    PreparedStatement changes =
                            connection.prepareStatement(
                                    "INSERT INTO "
                                            + SCHEMA
                                            + "canteen_meal_change (child_id, day, kind, reason,"
                                            + " in_time, changed_by, changed_at)"
                                            + " VALUES (?, ?, 'CANCELLED', '', TRUE, '', NOW(6))");
                    PreparedStatement served =
                            connection.prepareStatement(
                                    "INSERT INTO "
                                            + SCHEMA
                                            + "canteen_served (pupil_id, day, college_uai,"
                                            + " pupil_name, class_name)"
                                            + " VALUES (?, ?, ?, ?, '5eA')")) {
                String application = "";
                for (int i = 0; i < PUPILS; i++) {
                    if (i % 4 != 3) { // one in four has a brother or a sister
                        application = UUID.randomUUID().toString();
                        boolean shared = i % 10 == 0;
                        set(
                                applications,
                                application,
                                UUID.randomUUID().toString(),
                                "Responsable " + i,
                                random.nextInt(60_000),
                                shared ? "SHARES" : "ALONE",
                                shared ? 60 : 100);
                    }
                    int college = i % COLLEGES;
                    String child = UUID.randomUUID().toString();
                    String pupil = UUID.randomUUID().toString();
                    String uai = uai(college);
                    String name = "Élève Numéro" + i;
                    set(children, child, application, uai, "Collège " + college, pupil, name);
                    for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
                        boolean cancelled = random.nextInt(10) == 0;
                        if (day.getDayOfWeek().getValue() > 5) {
                            continue;
                        }
                        if (cancelled) {
                            set(changes, child, day.toString());
                        } else if (college % 2 == 0 && day.getDayOfWeek().getValue() != 3) {
                            set(served, pupil, day.toString(), uai, name);
                        }
                    }
                    if (i % 2_000 == 1_999) {
                        for (PreparedStatement each :
                                new PreparedStatement[] {applications, children, changes, served}) {
                            each.executeBatch();
                        }
                        connection.commit();
                    }
                }
            }
            try (Statement statement = connection.createStatement()) {
                for (int college = 0; college < COLLEGES; college += 2) {
                    for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
                        statement.addBatch(
                                "INSERT INTO %scanteen_service VALUES ('%s', '%s')"
                                        .formatted(SCHEMA, uai(college), day));
                    }
                }
                statement.executeBatch();
                connection.commit();
            }
        }
    }

    /** With its check letter. */
    private static String uai(int college) {
        int number = 920_000 + college;
        return "%07d".formatted(number) + CHECK_LETTERS.charAt(number % CHECK_LETTERS.length());
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }
}
