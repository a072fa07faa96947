package fr.preau.communication.announcements;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.event.departement.Announced;
import fr.preau.api.event.departement.Announced.Kind;
import fr.preau.api.school.Profile;
import fr.preau.api.school.StaffFunction;
import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import fr.preau.testkit.PublishedEvent;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What reaches whom, once, and without a way to answer. */
@PreauTest
class DepartementDeskTest {

    private final PreauKit kit;

    DepartementDeskTest(PreauKit kit) {
        this.kit = kit;
    }

    @Test
    void aMessageLiesInTheInboxOfEachGuardianAndOfNobodyElse() {
        announce(UUID.randomUUID(), Kind.MESSAGE, null, Profile.GUARDIAN);

        for (KitPerson guardian : List.of(kit.guardian(), kit.guardianOfTwo())) {
            assertThat(inbox(guardian)).containsExactly("Transports");
            assertThat(kit.as(guardian).get("/messages").html())
                    .contains("Département des Hauts-de-Seine");
        }
        assertThat(inbox(kit.pupil())).isEmpty();
        assertThat(inbox(kit.teacher())).isEmpty();
        assertThat(inbox(kit.otherCollege().guardian())).isEmpty();
    }

    @Test
    void nobodyCanAnswerIt() {
        announce(UUID.randomUUID(), Kind.MESSAGE, null, Profile.GUARDIAN);
        String address = "/messages/" + first(kit.guardian()).getString("conversation");

        KitAnswer page = kit.as(kit.guardian()).get(address);
        KitAnswer refused =
                kit.as(kit.guardian())
                        .post(
                                address + "/replies",
                                Form.of("text", "Merci", "seen", "1", "key", key()));

        assertThat(page.html())
                .contains("Les cars circulent.", "n’attend pas de réponse")
                .doesNotContain("Envoyer la réponse");
        assertThat(refused.status()).isEqualTo(409);
    }

    @Test
    void noCollegeJudgesIt() {
        announce(UUID.randomUUID(), Kind.MESSAGE, null, Profile.STAFF);
        KitPerson cpe = kit.staff(StaffFunction.CPE);
        String address = "/messages/" + first(cpe).getString("conversation");
        String letter = kit.as(cpe).get(address).json().getJsonObject("letter").getString("id");

        assertThat(kit.as(cpe).get(address).html()).doesNotContain("/reports", "/withdrawal");
        for (String act : List.of("/reports", "/withdrawal")) {
            assertThat(kit.as(cpe).post(address + act, Form.of("message", letter)).status())
                    .as(act)
                    .isEqualTo(404);
        }
        assertThat(inbox(kit.staff(StaffFunction.SECRETARY))).containsExactly("Transports");
    }

    @Test
    void announcedAgainItIsNotBroughtAgainAndWhoHasItIsCounted() {
        UUID id = UUID.randomUUID();
        announce(id, Kind.MESSAGE, null, Profile.GUARDIAN, Profile.TEACHER);
        announce(id, Kind.MESSAGE, null, Profile.GUARDIAN, Profile.TEACHER);

        assertThat(inbox(kit.guardian())).hasSize(1);
        assertThat(inbox(kit.teacher())).hasSize(1);
        List<PublishedEvent> said =
                kit.published().stream()
                        .filter(event -> event.name().equals("communication.AnnouncementDelivered"))
                        .toList();
        assertThat(said)
                .allSatisfy(
                        event -> {
                            assertThat(event.subject()).isEqualTo(id.toString());
                            assertThat(event.toString()).contains("\"people\":4");
                        });
    }

    @Test
    void aNewsStandsAmongThoseOfTheCollegeUntilItsEnd() {
        kit.clock().set(Instant.parse("2026-11-02T09:00:00Z"));
        UUID id = UUID.randomUUID();
        announce(id, Kind.NEWS, Instant.parse("2026-11-06T23:00:00Z"), Profile.GUARDIAN);

        assertThat(kit.as(kit.guardian()).get("/news").html()).contains("Transports");
        assertThat(kit.as(kit.guardian()).get("/news/" + id).html())
                .contains("Par le Département des Hauts-de-Seine", "Les cars circulent.");
        assertThat(kit.as(kit.pupil()).get("/news/" + id).status()).isEqualTo(404);
        assertThat(kit.fromOutside().get("/front/" + id).status()).isEqualTo(404);
        kit.clock().advance(Duration.ofDays(5));
        assertThat(kit.as(kit.guardian()).get("/news/" + id).status()).isEqualTo(404);
    }

    @Test
    void nobodyOfTheCollegeChangesANewsOfTheDepartement() {
        UUID id = UUID.randomUUID();
        announce(id, Kind.NEWS, null, Profile.STAFF);
        KitPerson principal = kit.staff(fr.preau.api.school.StaffFunction.PRINCIPAL);

        assertThat(kit.as(principal).get("/newsroom/" + id).status()).isEqualTo(200);
        assertThat(kit.as(principal).get("/newsroom/" + id + "/edit").status()).isEqualTo(409);
        for (String act : List.of("take-back", "archive", "delete", "publish")) {
            kit.as(principal).post("/newsroom/" + id + "/" + act, Form.of("version", "1"));
        }
        assertThat(kit.as(principal).get("/news/" + id).status()).isEqualTo(200);
    }

    @Test
    void whoWasErasedLeavesNothingOfItBehind() {
        announce(UUID.randomUUID(), Kind.MESSAGE, null, Profile.GUARDIAN);
        assertThat(kit.personalData().export(kit.guardian()).orElseThrow()).hasSize(1);

        kit.personalData().erase(kit.guardian());

        assertThat(kit.personalData().export(kit.guardian()).orElseThrow()).isEmpty();
        assertThat(inbox(kit.guardianOfTwo())).hasSize(1);
    }

    @Test
    void threeHundredFamiliesHaveItAfterOneFact() {
        List<KitPerson> guardians = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            KitPerson pupil = kit.aPupil().named("Élève", "N" + i).inClass("5eA").create();
            guardians.add(kit.aGuardian().named("Parent", "N" + i).of(pupil).create());
        }

        announce(UUID.randomUUID(), Kind.MESSAGE, null, Profile.GUARDIAN);

        assertThat(inbox(guardians.get(0))).containsExactly("Transports");
        assertThat(inbox(guardians.get(299))).containsExactly("Transports");
    }

    private void announce(UUID id, Kind kind, @Nullable Instant end, Profile... profiles) {
        kit.publish(
                new Announced(
                        id, kind, "Transports", "Les cars circulent.", List.of(profiles), end),
                id.toString());
    }

    private List<String> inbox(KitPerson reader) {
        return lines(reader).stream().map(line -> line.getString("subject")).toList();
    }

    private JsonObject first(KitPerson reader) {
        return lines(reader).get(0);
    }

    private List<JsonObject> lines(KitPerson reader) {
        return kit.as(reader)
                .get("/messages")
                .json()
                .getJsonObject("conversations")
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
