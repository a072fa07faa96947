package fr.preau.communication.circulars;

import static fr.preau.api.school.StaffFunction.CPE;
import static fr.preau.api.school.StaffFunction.GESTIONNAIRE;
import static fr.preau.api.school.StaffFunction.PRINCIPAL;
import static fr.preau.api.school.StaffFunction.SECRETARY;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.plugin.Permission;
import fr.preau.communication.circulars.CallsPage.ToCall;
import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The telephone numbers of families who have not answered: who sees them, and that it is noted. */
@PreauTest
class CallsTest {

    private static final String NUMBER = "06 12 34 56 78";

    private final PreauKit kit;
    private final Carnet carnet;

    CallsTest(PreauKit kit) {
        this.kit = kit;
        this.carnet = new Carnet(kit);
    }

    private UUID circular() {
        kit.aGuardian().named("Rose", "Bernard").of(kit.pupil()).withMobile(NUMBER).create();
        return carnet.send(kit.teacher(), carnet.signed(carnet.classCode("5eA")));
    }

    private String page(KitPerson caller, UUID circular) {
        return kit.as(caller)
                .inBrowser()
                .post("/circulars/sent/" + circular + "/calls", Form.empty())
                .html();
    }

    private KitAnswer numbers(KitPerson caller, UUID circular) {
        return kit.as(caller).post("/circulars/sent/" + circular + "/calls", Form.empty());
    }

    @Test
    void theHeadsSeeTheNumbersAndWhoHasNone() {
        UUID circular = circular();

        KitAnswer answer = numbers(kit.staff(CPE), circular);

        assertThat(answer.as(CallsPage.class).children().items())
                .contains(
                        new CallsPage.Line(
                                "Inès Bernard",
                                "5eA",
                                List.of(
                                        new ToCall("Paul Bernard", List.of()),
                                        new ToCall(
                                                "Rose Bernard",
                                                List.of(new Telephone("0612345678"))))));
        assertThat(page(kit.staff(CPE), circular))
                .contains(
                        "href=\"tel:0612345678\"",
                        "06\u00a012\u00a034\u00a056\u00a078",
                        "pas de numéro connu");
        assertThat(answer.statements()).isLessThanOrEqualTo(12);
    }

    @Test
    void anAuthorWhoTeachesSeesTheNamesAndNoNumber() {
        UUID circular = circular();

        String names = kit.as(kit.teacher()).get("/circulars/sent/" + circular + "/missing").html();

        assertThat(names)
                .contains("Rose Bernard", "montrés à la direction")
                .doesNotContain("0612345678", "tel:", "Afficher les numéros");
        assertThat(numbers(kit.teacher(), circular).status()).isEqualTo(403);
    }

    @Test
    void nobodyElseSeesThem() {
        UUID circular = circular();

        for (KitPerson other :
                List.of(
                        kit.staff(SECRETARY),
                        kit.staff(GESTIONNAIRE),
                        kit.otherCollege().staff(PRINCIPAL))) {
            assertThat(numbers(other, circular).status()).as(other.displayName()).isEqualTo(404);
        }
        for (KitPerson other : List.of(kit.guardian(), kit.pupil())) {
            assertThat(numbers(other, circular).status()).as(other.displayName()).isEqualTo(403);
        }
    }

    @Test
    void theNumbersStandNowhereElse() {
        UUID circular = circular();

        for (String page : List.of("", "/missing", "/answers", "/answers.csv")) {
            assertThat(
                            new String(
                                    kit.as(kit.staff(PRINCIPAL))
                                            .get("/circulars/sent/" + circular + page)
                                            .bytes(),
                                    StandardCharsets.UTF_8))
                    .as(page)
                    .doesNotContain("0612345678", "06\u00a012");
        }
    }

    @Test
    void whoLookedIsNotedForTheHeadsAndForThemselvesAndForAYear() {
        UUID circular = circular();
        numbers(kit.staff(CPE), circular);

        assertThat(looks(circular)).contains("Numéros affichés par", "Dominique Girard");
        assertThat(kit.personalData().export(kit.staff(CPE)).toString())
                .contains("Numéros de téléphone affichés");
        kit.personalData().erase(kit.staff(CPE));
        assertThat(looks(circular)).contains("Numéros affichés par");

        kit.clock().advance(Duration.ofDays(370));
        kit.runJob("forget-circulars");

        assertThat(looks(circular)).contains("Rose Bernard").doesNotContain("affichés par");
    }

    private String looks(UUID circular) {
        return kit.as(kit.staff(PRINCIPAL)).get("/circulars/sent/" + circular + "/missing").html();
    }

    @Test
    void openingTheAddressAgainLeadsToTheNamesAndIsNoLook() {
        UUID circular = circular();

        KitAnswer again =
                kit.as(kit.staff(CPE))
                        .inBrowser()
                        .get("/circulars/sent/" + circular + "/calls?of=5eA");

        assertThat(again.location()).endsWith("/circulars/sent/" + circular + "/missing?of=5eA");
        assertThat(looks(circular)).doesNotContain("Numéros affichés par");
    }

    @Test
    void withoutThePermissionThereIsNoNumber() {
        UUID circular = circular();
        Set<Permission> asked = kit.manifest().asked();
        Set<Permission> granted = EnumSet.copyOf(asked);
        granted.remove(Permission.DIRECTORY_TELEPHONES_READ);

        kit.runWith(granted);
        try {
            assertThat(page(kit.staff(CPE), circular))
                    .contains("Rose Bernard", "pas de numéro connu")
                    .doesNotContain("tel:");
        } finally {
            kit.runWith(asked);
        }
    }

    @Test
    void whatNoTelephoneDialsIsNoLink() {
        KitPerson child = kit.aPupil().named("Zoé", "Étrange").inClass("5eA").create();
        kit.aGuardian().named("Luc", "Étrange").of(child).withMobile("06 98 (mère)").create();

        assertThat(page(kit.staff(CPE), circular()))
                .contains("0698(mère)")
                .doesNotContain("tel:0698");
    }
}
