package fr.preau.canteen.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.StaffFunction;
import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import fr.preau.testkit.Visitor;
import jakarta.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Badges: read one by one, printed for a class, lost and replaced. */
@PreauTest
class BadgesTest {

    private final PreauKit kit;
    private final String fifthA;

    BadgesTest(PreauKit kit) {
        this.kit = kit;
        this.fifthA = kit.college().schoolClass("5eA").id().toString();
    }

    private Visitor office() {
        return kit.as(kit.staff(StaffFunction.SECRETARY));
    }

    private KitAnswer give(UUID person, String number) {
        return office().post(
                        "/badges",
                        Form.of("in", fifthA, "person", person.toString(), "number", number));
    }

    private UUID ines() {
        return kit.pupil().id().value();
    }

    private List<JsonObject> holders() {
        return office().get("/badges?in=" + fifthA)
                .json()
                .getJsonArray("holders")
                .getValuesAs(JsonObject.class);
    }

    private String number(String name) {
        return holders().stream()
                .filter(each -> each.getString("name").startsWith(name))
                .map(each -> each.getString("number"))
                .findFirst()
                .orElseThrow();
    }

    private UUID awa() {
        return holders().stream()
                .filter(each -> each.getString("name").startsWith("Awa"))
                .map(each -> UUID.fromString(each.getString("id")))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"04a1b2c3,04A1 B2C3", "'éèçà&\"\"',2790 133", "4711 0815,4711 0815"})
    void aBadgeIsReadAsItsReaderTypesItWhateverTheKeyboard(String typed, String number) {
        assertThat(give(ines(), typed).status()).isEqualTo(200);
        assertThat(give(ines(), typed).status()).as("read twice").isEqualTo(200);

        assertThat(number("Inès")).isEqualTo(number);
        assertThat(office().get("/badges?in=" + fifthA).html()).contains("Badge de Awa Martin");
    }

    @Test
    void theBadgeOfSomebodyElseAndOneThatWasLostAreRefusedKindly() {
        give(ines(), "11112222");
        assertThat(give(awa(), "11112222").violations().toString())
                .contains("déjà celui d’une autre personne");
        give(ines(), "33334444");

        assertThat(number("Inès")).isEqualTo("3333 4444");
        assertThat(give(awa(), "11112222").violations().toString())
                .contains("déclaré perdu ou remplacé");
        assertThat(give(awa(), "é!").violations().toString()).contains("de 4 à 32 chiffres");
        assertThat(give(awa(), "").violations()).containsKey("number");
        assertThat(give(kit.college().otherPupil().id().value(), "55556666").status())
                .as("of another class")
                .isEqualTo(404);
    }

    @Test
    void aLostBadgeIsBlockedAtTheLineAndItsOwnerIsFoundByName() {
        give(ines(), "11112222");
        office().post("/badges/lost", Form.of("in", fifthA, "person", ines().toString()));
        office().post("/badges/lost", Form.of("in", fifthA, "person", ines().toString()));
        give(ines(), "33334444");

        Tablet tablet = Tablet.opened(office());
        JsonObject ines =
                tablet.people().stream()
                        .filter(each -> each.getString("id").equals(ines().toString()))
                        .findFirst()
                        .orElseThrow();
        assertThat(ines.getJsonArray("badges").toString())
                .contains(tablet.mark("33334444"))
                .doesNotContain(tablet.mark("11112222"));
        assertThat(ines.getJsonArray("blocked").toString()).contains(tablet.mark("11112222"));
    }

    @Test
    void cardsOfAClassArePrintedWithRandomNumbersThatStay() {
        give(awa(), "11112222");
        KitAnswer made = office().post("/badges/cards", Form.of("in", fifthA));
        office().post("/badges/cards", Form.of("in", fifthA));

        assertThat(made.location()).isEqualTo("/badges/cards?in=" + fifthA);
        String page = office().get("/badges/cards?in=" + fifthA).html();
        assertThat(page).contains("<svg", "Inès Bernard", "1111 2222", number("Inès"));
        assertThat(page).doesNotContain(ines().toString());
        assertThat(number("Inès")).matches("[1-9][0-9]{3} [0-9]{4} [0-9]{4}");
        assertThat(number("Awa")).isEqualTo("1111 2222");
        assertThat(office().get("/badges/cards?in=adults").html()).contains("Personne n’a encore");
    }

    @Test
    void adultsHaveBadgesAndOnlyThoseWithOneAreOnTheList() {
        Visitor office = office();
        UUID teacher = kit.teacher().id().value();
        office.post(
                "/badges",
                Form.of("in", "adults", "person", teacher.toString(), "number", "77778888"));

        Tablet tablet = Tablet.opened(office);

        assertThat(tablet.people())
                .filteredOn(each -> each.getString("regime").equals("STAFF"))
                .extracting(each -> each.getString("family"))
                .containsExactly("Faure");
        tablet.adult(teacher, "2026-11-24T11:00:00.000Z");
        tablet.adult(teacher, "2026-11-24T11:05:00.000Z");
        tablet.sendAll();
        assertThat(office.get("/line/day").json().getInt("staff")).isEqualTo(1);
    }

    @Test
    void randomNumbersAreNeverTheSame() {
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            numbers.add(BadgeNumber.random().value());
        }
        assertThat(numbers).hasSize(10_000).allMatch(each -> each.length() == 12);
    }

    @Test
    void onlyTheOfficeSeesBadgesAndThoseOfLeaversGo() {
        assertThat(kit.as(kit.staff(StaffFunction.CPE)).get("/badges").status()).isEqualTo(403);
        assertThat(kit.as(kit.guardian()).get("/badges").status()).isEqualTo(403);
        assertThat(office().get("/badges?in=x").html()).contains("Voir les badges");
        give(ines(), "11112222");
        assertThat(kit.personalData().export(kit.pupil()).toString()).contains("11112222");
        kit.college().leaves(kit.pupil());

        kit.runJob("forget-the-line");

        assertThat(kit.personalData().export(kit.pupil()).toString()).doesNotContain("11112222");
    }
}
