package fr.preau.canteen.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.StaffFunction;
import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import fr.preau.testkit.Visitor;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Devices at the line: what they get, what they send, and what is counted of it. */
@PreauTest
class LineTest {

    private static final String NOON = "2026-11-09T11:14:05.123Z";

    private final PreauKit kit;
    private final UUID ines;
    private final UUID leo;

    LineTest(PreauKit kit) {
        this.kit = kit;
        this.ines = kit.pupil().id().value();
        this.leo = kit.college().otherPupil().id().value();
    }

    /** Monday, 9 November 2026, noon in Paris. */
    @BeforeEach
    void atNoon() {
        kit.clock().set(Instant.parse("2026-11-09T11:00:00Z"));
    }

    /** Somebody of the kitchen holds no function. */
    private Visitor kitchen() {
        return kit.as(kit.college().aMemberOfTheStaff().named("Sam", "Cuisine").create());
    }

    private Visitor gestionnaire() {
        return kit.as(kit.staff(StaffFunction.GESTIONNAIRE));
    }

    private Tablet tablet() {
        return Tablet.opened(kitchen());
    }

    private JsonObject sheet() {
        return gestionnaire().get("/line/day").json();
    }

    private static List<String> names(JsonObject page, String list) {
        return page.getJsonArray(list).getValuesAs(JsonObject.class).stream()
                .map(each -> each.getString("name"))
                .toList();
    }

    private static List<String> reasons(KitAnswer answer) {
        return answer.json().getJsonArray("refused").getValuesAs(JsonObject.class).stream()
                .map(each -> each.getInt("seq") + " " + each.getString("reason"))
                .toList();
    }

    private int facts() {
        return (int)
                kit.published().stream()
                        .filter(each -> each.name().equals("canteen.MealsServed"))
                        .count();
    }

    private JsonObject fact(int number) {
        return kit.published().stream()
                .filter(each -> each.name().equals("canteen.MealsServed"))
                .skip(number)
                .findFirst()
                .orElseThrow()
                .body()
                .asJsonObject();
    }

    private KitAnswer close() {
        KitAnswer answer = gestionnaire().post("/line/day/closing", Form.of("day", "2026-11-09"));
        kit.deliver();
        return answer;
    }

    @Test
    void theListNamesAllPupilsAndSaysNothingOfMoneyNorTheNumberOfABadge() {
        gestionnaire()
                .post(
                        "/badges",
                        Form.of(
                                "in",
                                kit.college().schoolClass("5eA").id().toString(),
                                "person",
                                ines.toString(),
                                "number",
                                "4711 0815 2342"));

        Tablet tablet = tablet();

        JsonObject one =
                tablet.people().stream()
                        .filter(each -> each.getString("id").equals(ines.toString()))
                        .findFirst()
                        .orElseThrow();
        assertThat(one.getString("regime")).isEqualTo("PASSER");
        assertThat(one.getString("className")).isEqualTo("5eA");
        assertThat(one.getJsonArray("badges").getString(0)).isEqualTo(tablet.mark("471108152342"));
        assertThat(tablet.list().toString())
                .doesNotContain("471108152342")
                .doesNotContainIgnoringCase("impay")
                .doesNotContainIgnoringCase("unpaid")
                .doesNotContainIgnoringCase("debt");
        assertThat(tablet.day()).isEqualTo("2026-11-09");
    }

    @Test
    void aHundredPupilsMoreAreNoStatementMore() {
        kitchen();
        int few = opening();
        for (int i = 0; i < 100; i++) {
            kit.aPupil().named("Élève", "Numéro" + i).inClass("5eA").create();
        }

        assertThat(opening()).isEqualTo(few).isLessThanOrEqualTo(16);
        int open = gestionnaire().get("/line/day").statements();
        Tablet tablet = tablet();
        tablet.people().forEach(each -> tablet.pass(UUID.fromString(each.getString("id")), NOON));
        tablet.sendAll();
        assertThat(gestionnaire().get("/line/day").statements())
                .as("a sheet of 103 passages")
                .isEqualTo(open)
                .isLessThanOrEqualTo(14);
        assertThat(tablet.sendAll().statements()).as("sent again").isLessThanOrEqualTo(10);
    }

    private int opening() {
        return gestionnaire()
                .post("/line/devices", Form.of("device", UUID.randomUUID().toString()))
                .statements();
    }

    @Test
    void whatIsSentIsCountedOnceHoweverOftenItIsSent() {
        Tablet tablet = tablet();
        tablet.pass(ines, NOON);
        tablet.pass(leo, NOON);
        tablet.guests(3, NOON);
        tablet.adults(2, NOON);

        assertThat(tablet.sendAll().json().getInt("upTo")).isEqualTo(4);
        assertThat(tablet.sendAll().json().getInt("upTo")).isEqualTo(4);
        assertThat(reasons(tablet.sendAll())).isEmpty();

        JsonObject sheet = sheet();
        assertThat(sheet.getInt("served")).isEqualTo(2);
        assertThat(sheet.getInt("guests")).isEqualTo(3);
        assertThat(sheet.getInt("staff")).isEqualTo(2);
        assertThat(names(sheet, "unexpected")).contains("Inès Bernard", "Léo Martin");
        assertThat(names(sheet, "twice")).isEmpty();
        assertThat(sheet.getJsonArray("aside")).isEmpty();
    }

    @Test
    void batchesComeInAnyOrderAndWhatIsTooEarlyWaits() {
        Tablet tablet = tablet();
        for (int i = 0; i < 6; i++) {
            tablet.pass(i % 2 == 0 ? ines : leo, NOON);
        }

        KitAnswer early = tablet.send(tablet.written().subList(4, 6));
        assertThat(early.json().getInt("upTo")).isZero();
        assertThat(reasons(early)).containsExactly("5 GAP", "6 GAP");
        assertThat(sheet().getInt("served")).isZero();
        assertThat(sheet().getJsonArray("aside")).hasSize(2);
        assertThat(gestionnaire().get("/line/day").html())
                .contains("Inès Bernard, 5eA", "Le passage d’avant n’est pas encore arrivé");

        tablet.send(tablet.written().subList(0, 2));
        KitAnswer filled = tablet.send(tablet.written().subList(2, 4));

        assertThat(filled.json().getInt("upTo")).isEqualTo(6);
        assertThat(sheet().getJsonArray("aside")).isEmpty();
        assertThat(sheet().getInt("served")).isEqualTo(2);
    }

    @Test
    void aForgedEntryIsRefusedByNameAndKept() {
        Tablet tablet = tablet();
        String right = tablet.pass(ines, NOON);
        String forged = right.replace(ines.toString(), leo.toString());

        KitAnswer answer = tablet.send(List.of(forged));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(reasons(answer)).containsExactly("1 FORGED");
        assertThat(reasons(tablet.send(List.of(forged)))).containsExactly("1 FORGED");
        assertThat(answer.json().getInt("upTo")).isZero();
        assertThat(sheet().getJsonArray("aside")).hasSize(1);
        assertThat(gestionnaire().get("/line/day").html())
                .contains("Léo Martin, 5eB", "Le sceau n’est pas celui de l’appareil");
        assertThat(tablet.send(List.of(right)).json().getInt("upTo")).isEqualTo(1);
        assertThat(sheet().getInt("served")).isEqualTo(1);
    }

    @Test
    void theKeyOfAnotherDeviceOrAnotherDaySealsNothing() {
        Tablet one = tablet();
        Tablet other = tablet();
        String of = other.pass(ines, NOON);

        assertThat(reasons(one.send(List.of(of)))).containsExactly("1 FORGED");
        assertThat(one.list().getString("key")).isNotEqualTo(other.list().getString("key"));
    }

    @Test
    void anotherWordInTheSamePlaceIsKeptAside() {
        Tablet tablet = tablet();
        tablet.pass(ines, NOON);
        tablet.sendAll();
        String other = tablet.sealed(1, NOON, "PUPIL", leo.toString(), 1, "", "0".repeat(64));

        assertThat(reasons(tablet.send(List.of(other)))).containsExactly("1 OTHER");

        assertThat(names(sheet(), "unexpected")).containsExactly("Inès Bernard");
        assertThat(sheet().getJsonArray("aside")).hasSize(1);
    }

    @Test
    void whatNamesNobodyOfTheCollegeIsKeptAsideAndTheChainGoesOn() {
        Tablet tablet = tablet();
        tablet.pass(kit.otherCollege().pupil().id().value(), NOON);
        tablet.pass(ines, NOON);

        KitAnswer answer = tablet.sendAll();

        assertThat(reasons(answer)).containsExactly("1 UNKNOWN");
        assertThat(answer.json().getInt("upTo")).isEqualTo(2);
        assertThat(sheet().getInt("served")).isEqualTo(1);
        assertThat(reasons(tablet.sendAll())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "1|2|3|4|5|6|7|8|9",
                "1' OR 1=1 --",
                "<script>alert(1)</script>",
                "1|2026-13-45T99:99:99.999Z|GUEST||1||0|0"
            })
    void whatCanNotBeReadIsKeptAndDoesNoHarm(String hostile) {
        Tablet tablet = tablet();

        KitAnswer answer = tablet.send(List.of(hostile));

        assertThat(reasons(answer)).containsExactly("0 FORGED");
        assertThat(gestionnaire().get("/line/day").html()).doesNotContain("<script>alert");
    }

    @Test
    void moreThanADeviceEverSendsIsRefusedAltogether() {
        Tablet tablet = tablet();

        assertThat(tablet.send(Collections.nCopies(501, "x")).status()).isEqualTo(422);
        assertThat(tablet.send(List.of("x".repeat(1001))).status()).isEqualTo(422);
        assertThat(kitchen().post("/line/entries", Form.of("device", "x", "day", "hier")).status())
                .isIn(400, 422);
        List<String> noise = new ArrayList<>();
        for (int i = 0; i < 2_001; i++) {
            noise.add("noise " + i);
        }
        for (int from = 0; from < 2_000; from += 500) {
            assertThat(tablet.send(noise.subList(from, from + 500)).status()).isEqualTo(200);
        }
        assertThat(tablet.send(noise.subList(2_000, 2_001)).problem().type())
                .isEqualTo("line-too-much-aside");
    }

    @Test
    void twoDevicesThatServeTheSamePupilMakeOneMealAndTwoPassages() {
        Tablet one = tablet();
        Tablet other = tablet();
        one.pass(ines, NOON);
        other.pass(ines, "2026-11-09T11:20:00.000Z");
        other.sendAll();
        JsonObject told = one.sendAll().json();

        assertThat(told.getJsonArray("others")).hasSize(1);
        assertThat(told.getJsonArray("others").getJsonObject(0).getString("person"))
                .isEqualTo(ines.toString());
        JsonObject later = one.send(kitchen(), List.of(), "2026-11-09T12:00:00Z").json();
        assertThat(later.getJsonArray("others")).as("nothing new").isEmpty();
        assertThat(sheet().getInt("served")).isEqualTo(1);
        assertThat(names(sheet(), "twice")).containsExactly("Inès Bernard");
        assertThat(gestionnaire().get("/line/day").html())
                .contains("12\u00a0h\u00a014 (Appareil 1), 12\u00a0h\u00a020 (Appareil 2)");
    }

    @Test
    void anEntryIsUndoneByAnotherAndNothingIsDeleted() {
        Tablet tablet = tablet();
        tablet.pass(ines, NOON);
        tablet.guests(4, NOON);
        tablet.undo(1, NOON);
        tablet.undo(2, NOON);
        tablet.sendAll();
        assertThat(sheet().getInt("served")).isZero();
        assertThat(sheet().getInt("guests")).isZero();

        tablet.pass(ines, NOON);
        tablet.sendAll();

        assertThat(sheet().getInt("served")).isEqualTo(1);
        assertThat(names(sheet(), "twice")).isEmpty();
    }

    @Test
    void closingTellsWhoHasEatenOnceAndWhatComesLaterAtOnce() {
        Tablet tablet = tablet();
        tablet.pass(ines, NOON);
        tablet.sendAll();
        tablet.pass(leo, NOON);
        tablet.undo(1, NOON);
        assertThat(facts()).as("before it is closed").isZero();

        assertThat(close().status()).isEqualTo(200);
        close();

        assertThat(facts()).isEqualTo(1);
        assertThat(fact(0).getString("day")).isEqualTo("2026-11-09");
        JsonObject meal = fact(0).getJsonArray("meals").getJsonObject(0);
        assertThat(meal.getString("name")).isEqualTo("Inès Bernard");
        assertThat(meal.getString("className")).isEqualTo("5eA");
        assertThat(meal.getBoolean("taken")).isTrue();
        assertThat(gestionnaire().get("/line/day").html()).contains("Clôturé", "Roussel");

        kit.clock().advance(Duration.ofDays(2));
        JsonObject answer = tablet.sendAll().json();
        tablet.sendAll();

        assertThat(answer.getBoolean("closed")).isTrue();
        assertThat(facts()).isEqualTo(2);
        assertThat(fact(1).getJsonArray("meals").getValuesAs(JsonObject.class))
                .extracting(each -> each.getString("name") + " " + each.getBoolean("taken"))
                .containsExactlyInAnyOrder("Inès Bernard false", "Léo Martin true");
    }

    @Test
    void anEmptyServiceIsToldAsWell() {
        close();

        assertThat(facts()).isEqualTo(1);
        assertThat(fact(0).getJsonArray("meals")).isEmpty();
    }

    @Test
    void sixHundredBadgesOnTwoDevicesWithoutNetworkAreCountedExactly() {
        List<UUID> pupils = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            pupils.add(kit.aPupil().named("Élève", "Nº" + i).inClass("5eA").create().id().value());
        }
        Random random = new Random(7);
        Tablet one = tablet();
        Tablet other = tablet();
        pupils.subList(0, 320).forEach(pupil -> one.pass(pupil, NOON));
        pupils.subList(290, 600).forEach(pupil -> other.pass(pupil, NOON));
        record Sent(Tablet tablet, List<String> entries) {}
        List<Sent> batches = new ArrayList<>();
        for (Tablet tablet : List.of(one, other)) {
            for (int from = 0; from < tablet.written().size(); ) {
                int to = Math.min(tablet.written().size(), from + 1 + random.nextInt(60));
                Sent batch = new Sent(tablet, tablet.written().subList(from, to));
                // Each twice: the answer to the first was lost.
                batches.add(batch);
                batches.add(batch);
                from = to;
            }
        }
        Collections.shuffle(batches, random);

        batches.forEach(batch -> batch.tablet().send(batch.entries()));

        JsonObject sheet = sheet();
        assertThat(sheet.getInt("served")).isEqualTo(600);
        assertThat(sheet.getJsonArray("twice")).hasSize(30);
        assertThat(sheet.getJsonArray("aside")).isEmpty();
        close();
        assertThat(facts()).as("of 250 meals at most").isEqualTo(3);
        assertThat(
                        fact(0).getJsonArray("meals").size()
                                + fact(1).getJsonArray("meals").size()
                                + fact(2).getJsonArray("meals").size())
                .isEqualTo(600);
    }

    @Test
    void aThousandEntriesGoInTwoBatches() {
        Tablet tablet = tablet();
        for (int i = 0; i < 1_000; i++) {
            tablet.guests(1, NOON);
        }

        tablet.send(tablet.written().subList(0, 500));
        KitAnswer answer = tablet.send(tablet.written().subList(500, 1_000));

        assertThat(answer.json().getInt("upTo")).isEqualTo(1_000);
        assertThat(sheet().getInt("guests")).isEqualTo(1_000);
    }

    @Test
    void theDayIsThatOfParisAndGoesOnWhereItBeganAfterMidnight() {
        kit.clock().set(Instant.parse("2026-11-09T22:59:00Z"));
        Tablet late = tablet();
        assertThat(late.day()).isEqualTo("2026-11-09");
        late.pass(ines, "2026-11-09T23:01:00.000Z");

        kit.clock().set(Instant.parse("2026-11-09T23:05:00Z"));
        assertThat(late.sendAll().json().getInt("upTo")).isEqualTo(1);
        assertThat(
                        kitchen()
                                .post("/line/devices", Form.of("device", late.id().toString()))
                                .problem()
                                .type())
                .isEqualTo("line-other-day");
        assertThat(tablet().day()).isEqualTo("2026-11-10");
        assertThat(gestionnaire().get("/line/day?day=2026-11-09").json().getInt("served"))
                .isEqualTo(1);
        assertThat(gestionnaire().get("/line/day?day=2026-11-11").status())
                .as("tomorrow")
                .isEqualTo(404);
    }

    @Test
    void anHourIsSaidByTheClocksOfParisInSummerAndInWinter() {
        for (String[] day :
                new String[][] {
                    {"2026-10-23T10:14:00.000Z", "2026-10-23"},
                    {"2026-10-26T11:14:00.000Z", "2026-10-26"}
                }) {
            kit.clock().set(Instant.parse(day[0]));
            Tablet one = tablet();
            one.pass(ines, day[0]);
            one.pass(ines, day[0]);
            one.sendAll();

            assertThat(gestionnaire().get("/line/day?day=" + day[1]).html())
                    .contains("12\u00a0h\u00a014 (");
        }
    }

    @Test
    void onlyTheStaffOfTheCollegeStandsAtTheLineAndOnlyTheOfficeClosesIt() {
        Tablet tablet = tablet();
        tablet.pass(ines, NOON);
        for (KitPerson person :
                List.of(
                        kit.pupil(),
                        kit.guardian(),
                        kit.teacher(),
                        kit.otherCollege().guardian())) {
            Visitor visitor = kit.as(person).at(kit.college());
            assertThat(visitor.get("/line").status()).isIn(403, 404);
            assertThat(tablet.send(visitor, tablet.written(), null).status()).isIn(403, 404);
        }
        Visitor elsewhere =
                kit.as(kit.otherCollege().staff(StaffFunction.GESTIONNAIRE)).at(kit.otherCollege());
        assertThat(tablet.send(elsewhere, tablet.written(), null).status()).isEqualTo(404);
        assertThat(kitchen().get("/line/day").status()).isEqualTo(403);
        Visitor cpe = kit.as(kit.staff(StaffFunction.CPE));
        assertThat(cpe.get("/line/day").status()).isEqualTo(200);
        assertThat(cpe.post("/line/day/closing", Form.empty()).status()).isEqualTo(403);
        assertThat(sheet().getInt("served")).isZero();
    }

    @Test
    void whoPassedIsHandedOutAndErasedAndEndsWithTheSchoolYear() {
        Tablet tablet = tablet();
        tablet.pass(ines, NOON);
        tablet.pass(leo, NOON);
        tablet.sendAll();
        close();
        assertThat(kit.personalData().export(kit.pupil()).toString()).contains("Passage en salle");

        kit.personalData().erase(kit.pupil());

        assertThat(kit.personalData().export(kit.pupil()).toString())
                .doesNotContain("Passage en salle");
        assertThat(reasons(tablet.sendAll())).as("sent again").isEmpty();
        tablet.guests(1, NOON);
        tablet.undo(2, NOON);
        tablet.sendAll();
        assertThat(fact(1).getJsonArray("meals").getValuesAs(JsonObject.class))
                .as("the meal of who was erased is not taken back")
                .extracting(each -> each.getString("name"))
                .containsExactly("Léo Martin");

        kit.runJob("forget-the-line");
        assertThat(sheet().getInt("guests")).isEqualTo(1);
        kit.clock().set(Instant.parse("2027-09-01T06:00:00Z"));
        kit.runJob("forget-the-line");
        kit.clock().set(Instant.parse("2026-11-09T11:00:00Z"));
        assertThat(sheet().getInt("guests")).isZero();
        assertThat(sheet().getJsonArray("devices")).isEmpty();
    }

    @Test
    void thePageHoldsNoPupil() {
        String page = kitchen().get("/line").html();

        assertThat(page)
                .contains("id=\"pass-input\"", "Sans réseau. Passages gardés ici\u00a0: {0}")
                .doesNotContain("Bernard", "Martin");
    }
}
