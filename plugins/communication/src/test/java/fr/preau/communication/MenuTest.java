package fr.preau.communication;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.StaffFunction;
import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What people find in the menu: little enough to be read, and all of it still within reach. */
@PreauTest
class MenuTest {

    private static final int MOST = 7;

    private static final Pattern MENU =
            Pattern.compile("<nav class=\"site-menu\".*?</nav>", Pattern.DOTALL);

    private static final Pattern ENTRY =
            Pattern.compile("<a href=\"([^\"]*)\"( aria-current=\"page\")?>([^<]*)</a>");

    private final PreauKit kit;

    MenuTest(PreauKit kit) {
        this.kit = kit;
    }

    @Test
    void nobodyHasMoreThanSevenEntries() {
        List<KitPerson> people = new ArrayList<>();
        people.addAll(List.of(kit.pupil(), kit.guardian(), kit.teacher()));
        Arrays.stream(StaffFunction.values()).map(kit::staff).forEach(people::add);

        for (KitPerson person : people) {
            assertThat(entries(kit.as(person).get("/messages")))
                    .as(person.toString())
                    .hasSizeBetween(2, MOST)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void aPrincipalFindsTheSettingsOfTheCollegeOnOnePage() {
        KitPerson principal = kit.staff(StaffFunction.PRINCIPAL);
        String settings = "/colleges/" + kit.college().college().slug() + "/settings";

        KitAnswer page = kit.as(principal).portal(settings);

        assertThat(entries(kit.as(principal).get("/messages"))).contains("Réglages");
        assertThat(page.html())
                .contains("Messages urgents", "Fermer ou rouvrir l’écriture", "Heures calmes")
                .contains("Modules du collège", "Données des personnes")
                .contains("/communication/safety\"");
        assertThat(current(page)).isEqualTo("Réglages");
        assertThat(current(kit.as(principal).get("/safety"))).isEqualTo("Réglages");
    }

    @Test
    void whoHasOneThingToSetGoesThereStraightAway() {
        KitPerson secretary = kit.staff(StaffFunction.SECRETARY);

        assertThat(entries(kit.as(secretary).get("/messages")))
                .contains("Sécurité")
                .doesNotContain("Réglages");
        assertThat(current(kit.as(secretary).get("/safety"))).isEqualTo("Sécurité");
    }

    @ParameterizedTest
    @EnumSource(
            value = StaffFunction.class,
            names = {"SECRETARY", "GESTIONNAIRE", "CPE"})
    void thePageOfSettingsShowsNothingThatIsAnothersToDecide(StaffFunction function) {
        String settings = "/colleges/" + kit.college().college().slug() + "/settings";

        KitAnswer page = kit.as(kit.staff(function)).portal(settings);

        assertThat(page.html())
                .contains("/communication/safety\"")
                .doesNotContain("Modules du collège", "Données des personnes", "Heures calmes");
    }

    @Test
    void thePageOfSettingsIsForTheStaffOfTheCollegeOnly() {
        String settings = "/colleges/" + kit.college().college().slug() + "/settings";

        for (KitPerson other :
                List.of(
                        kit.pupil(),
                        kit.guardian(),
                        kit.teacher(),
                        kit.otherCollege().staff(StaffFunction.PRINCIPAL))) {
            assertThat(kit.as(other).portal(settings).status()).isEqualTo(403);
        }
    }

    @Test
    void theStaffReachesMeetingsByTheCalendarAndBack() {
        KitPerson cpe = kit.staff(StaffFunction.CPE);

        for (String place : List.of("/calendar", "/calendar/month", "/meetings")) {
            assertThat(kit.as(cpe).get(place).html())
                    .as(place)
                    .contains("/communication/meetings\"", "/communication/calendar/month");
        }
        assertThat(kit.as(kit.pupil()).get("/calendar").html()).doesNotContain("/meetings");
    }

    @ParameterizedTest
    @CsvSource({"/meetings", "/hours/new", "/meetings/new"})
    void pagesOfMeetingsStandUnderMeetings(String place) {
        assertThat(current(kit.as(kit.staff(StaffFunction.PRINCIPAL)).get(place)))
                .isEqualTo("Calendrier et rendez-vous");
        if (!place.equals("/meetings/new")) {
            assertThat(current(kit.as(kit.teacher()).get(place))).isEqualTo("Rendez-vous");
        }
    }

    @Test
    void thePlanOfATeacherStandsUnderMeetingsToo() {
        UUID key = UUID.randomUUID();
        kit.clock().set(Instant.parse("2026-11-23T08:00:00Z"));
        KitAnswer opened =
                kit.as(kit.teacher())
                        .post(
                                "/hours/new",
                                Form.of(
                                                "title", "Mes heures",
                                                "day", "2026-12-01",
                                                "from", "17:00",
                                                "to", "18:00",
                                                "slot", "10",
                                                "pause", "0",
                                                "travel", "5",
                                                "opens", "2026-11-23T08:00",
                                                "closes", "2026-11-30T20:00",
                                                "key", key.toString())
                                        .with(
                                                "classes",
                                                kit.college().schoolClass("5eA").id().toString()));
        assertThat(opened.status()).as("%s", opened.json()).isEqualTo(200);
        String plan =
                Pattern.compile("/communication(/hosts/[0-9a-f-]+)\"")
                        .matcher(kit.as(kit.teacher()).get("/meetings").html())
                        .results()
                        .map(found -> found.group(1))
                        .findFirst()
                        .orElseThrow();

        assertThat(current(kit.as(kit.teacher()).get(plan))).isEqualTo("Rendez-vous");
    }

    private static List<String> entries(KitAnswer page) {
        return found(page).stream().map(entry -> entry.group(3)).toList();
    }

    private static String current(KitAnswer page) {
        return found(page).stream()
                .filter(entry -> entry.group(2) != null)
                .map(entry -> entry.group(3))
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    private static List<MatchResult> found(KitAnswer page) {
        String menu =
                MENU.matcher(page.html()).results().map(MatchResult::group).findFirst().orElse("");
        return ENTRY.matcher(menu).results().toList();
    }
}
