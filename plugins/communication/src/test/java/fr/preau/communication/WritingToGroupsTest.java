package fr.preau.communication;

import static fr.preau.api.school.StaffFunction.CPE;
import static fr.preau.api.school.StaffFunction.PRINCIPAL;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.TeachingGroup;
import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Letters to groups, to functions and to the whole collège, from their choice to who reads. */
@PreauTest
class WritingToGroupsTest {

    private final PreauKit kit;

    WritingToGroupsTest(PreauKit kit) {
        this.kit = kit;
    }

    @Test
    void theGroupsOfTheCollegeStandBeforeAnythingIsLookedFor() {
        KitAnswer page = kit.as(kit.staff(CPE)).get("/messages/recipients");

        assertThat(page.html())
                .contains(
                        "everyone:PUPIL",
                        "everyone:GUARDIAN",
                        "everyone:TEACHER",
                        "function:PRINCIPAL",
                        "La direction (1 personne)");
        assertThat(page.statements()).isLessThanOrEqualTo(6);
        assertThat(kit.as(kit.teacher()).get("/messages/recipients").html())
                .contains("everyone:TEACHER", "function:CPE")
                .doesNotContain("everyone:PUPIL", "everyone:GUARDIAN");
    }

    @Test
    void aGroupIsChosenAmongTheClassesAndItsPeopleAreCounted() {
        mother();
        kit.aTeacher().named("Marc", "Gérondif").inGroup("5LATIN").create();
        TeachingGroup latin = latin();

        String page = kit.as(kit.staff(CPE)).get("/messages/recipients?in=" + latin.id()).html();

        assertThat(page)
                .contains(
                        "Groupe 5LATIN",
                        "Les élèves du groupe 5LATIN (2 personnes)",
                        "Les responsables du groupe 5LATIN (1 personne)",
                        "Les professeurs du groupe 5LATIN (1 personne)");
    }

    @Test
    void theReadersOfALetterToAGroupSeeWhichOneItWas() {
        KitPerson mother = mother();
        KitPerson zoe = kit.aPupil().named("Zoé", "Gérondif").inGroup("5LATIN").create();
        kit.aGuardian().named("Ali", "Gérondif").of(zoe).create();

        send(kit.staff(CPE), "group-guardians:" + latin().id());

        assertThat(kit.as(mother).get(Inbox.newest(kit, mother)).html())
                .contains("Un mot", "Les responsables du groupe 5LATIN");
        assertThat(kit.as(kit.guardian()).get("/messages").html()).contains("Aucun message reçu");
    }

    @Test
    void theWholeCollegeIsCountedBeforeItIsWrittenToAndAnswersOnlyIfItsWriterWants() {
        for (int i = 0; i < 40; i++) {
            kit.aGuardian().named("Zoé", "Nombreuse" + i).of(kit.pupil()).create();
        }

        assertThat(kit.as(kit.staff(PRINCIPAL)).get("/messages/new?to=everyone:GUARDIAN").html())
                .contains("Ce message part à 42 personnes", "Tous les responsables du collège");
        send(kit.staff(PRINCIPAL), "everyone:GUARDIAN");

        assertThat(kit.as(kit.guardian()).get(Inbox.newest(kit, kit.guardian())).html())
                .contains("Ce message n’attend pas de réponse");
    }

    @Test
    void aThousandReadersAreCountedAndWrittenInFewStatements() {
        int few = send(kit.staff(PRINCIPAL), "everyone:GUARDIAN").statements();
        for (int i = 0; i < 998; i++) {
            kit.aGuardian().named("Zoé", "Nombreuse" + i).of(kit.pupil()).create();
        }

        KitAnswer shown = kit.as(kit.staff(PRINCIPAL)).get("/messages/new?to=everyone:GUARDIAN");
        KitAnswer sent = send(kit.staff(PRINCIPAL), "everyone:GUARDIAN");

        assertThat(shown.html()).containsPattern("Ce message part à 1.000 personnes");
        assertThat(shown.statements()).isLessThanOrEqualTo(8);
        // Rows are written in batches: two thousand of them in some twenty statements.
        assertThat(sent.statements()).isLessThanOrEqualTo(few + 25);
    }

    @Test
    void whoMayNotIsRefusedOnEveryRoadAndNothingIsSent() {
        for (KitPerson writer : new KitPerson[] {kit.guardian(), kit.pupil(), kit.teacher()}) {
            KitAnswer refused = kit.as(writer).post("/messages", letter("everyone:GUARDIAN"));

            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.violations()).containsKey("to");
        }
        assertThat(kit.as(kit.guardianOfTwo()).get("/messages").html())
                .contains("Aucun message reçu");
    }

    @Test
    void anEmptyGroupIsNobodyToWriteTo() {
        TeachingGroup empty = kit.college().group("4GREC");

        KitAnswer refused =
                kit.as(kit.staff(CPE)).post("/messages", letter("group-pupils:" + empty.id()));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.violations()).containsKey("to");
    }

    @Test
    void aGroupOfAnotherCollegeIsNoGroup() {
        TeachingGroup theirs = kit.otherCollege().group("5LATIN");
        kit.otherCollege().aPupil().named("Zoé", "Ailleurs").inGroup("5LATIN").create();

        KitAnswer refused =
                kit.as(kit.staff(CPE)).post("/messages", letter("group-pupils:" + theirs.id()));

        assertThat(refused.status()).isEqualTo(422);
    }

    @Test
    void whoeverHasLeftWhenALaterLetterGoesDoesNotGetIt() {
        KitPerson mother = mother();
        TeachingGroup latin = latin();
        KitPerson cpe = kit.staff(CPE);
        String tomorrow = kit.clock().instant().plus(Duration.ofDays(1)).toString();
        Form later =
                letter("group-guardians:" + latin.id())
                        .with("version", "0")
                        .with("on", tomorrow.substring(0, 10))
                        .with("at", "20:00");
        assertThat(kit.as(cpe).post("/messages/later", later).status()).isEqualTo(200);
        kit.college().leaves(mother);

        kit.clock().advance(Duration.ofDays(2));
        kit.runJob("send-later");

        assertThat(kit.as(cpe).get("/sent").html()).contains("Aucun message envoyé");
    }

    private TeachingGroup latin() {
        return kit.college().group("5LATIN");
    }

    private KitPerson mother() {
        KitPerson zoe =
                kit.aPupil().named("Zoé", "Ablatif").inClass("5eA").inGroup("5LATIN").create();
        KitPerson tom =
                kit.aPupil().named("Tom", "Ablatif").inClass("5eB").inGroup("5LATIN").create();
        return kit.aGuardian().named("Rose", "Ablatif").of(zoe, tom).create();
    }

    private static Form letter(String to) {
        return Form.of(
                "subject",
                "Sortie",
                "text",
                "Un mot",
                "key",
                UUID.randomUUID().toString(),
                "to",
                to);
    }

    private KitAnswer send(KitPerson writer, String to) {
        KitAnswer sent = kit.as(writer).post("/messages", letter(to));
        assertThat(sent.status()).as("%s", sent.json()).isEqualTo(200);
        kit.clock().advance(Duration.ofSeconds(11));
        return sent;
    }
}
