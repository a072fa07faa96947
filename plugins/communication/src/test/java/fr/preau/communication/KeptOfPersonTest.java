package fr.preau.communication;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.privacy.ErasureReport;
import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is kept of a person, and what becomes of it when that person asks for its erasure. */
@PreauTest
class KeptOfPersonTest {

    private final PreauKit kit;

    KeptOfPersonTest(PreauKit kit) {
        this.kit = kit;
    }

    @Test
    void everythingThatIWroteOrReceivedIsToldInWords() {
        write(kit.teacher(), "Sortie au musée", kit.guardian(), kit.guardianOfTwo());
        reply(kit.guardian(), "Merci, il viendra.");

        assertThat(export(kit.guardian()))
                .extracting(kept -> kept.getString("what") + " de " + kept.getString("from"))
                .containsExactly("Message reçu de Julie Faure", "Réponse écrite de Paul Bernard");
        assertThat(export(kit.teacher()))
                .extracting(kept -> kept.getString("what"))
                .containsExactly("Message écrit", "Réponse reçue");
        assertThat(export(kit.teacher()).get(0).getJsonArray("to"))
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("\"Paul Bernard\"", "\"Nadia Martin\"");
        assertThat(export(kit.teacher()).get(0).getString("text")).isEqualTo("Sortie au musée");
    }

    @Test
    void whoReceivedALetterDoesNotLearnWhoElseDid() {
        write(kit.teacher(), "Sortie au musée", kit.guardian(), kit.guardianOfTwo());

        assertThat(export(kit.guardian()).toString())
                .contains("Paul Bernard")
                .doesNotContain("Nadia Martin");
    }

    @Test
    void nothingIsToldOfThoseWhoOnlyLookOn() {
        write(kit.teacher(), "Sortie au musée", kit.guardian());

        assertThat(export(kit.guardianOfTwo())).isEmpty();
        assertThat(export(kit.otherCollege().guardian())).isEmpty();
    }

    @Test
    void whatIWroteStaysForItsReadersWithoutMyName() {
        write(kit.guardian(), "Une question", kit.teacher());
        String address = Inbox.newest(kit, kit.teacher());

        ErasureReport report = erase(kit.guardian());

        assertThat(report.anonymised()).isEqualTo(1);
        assertThat(report.kept())
                .extracting(ErasureReport.Kept::what)
                .containsExactly("1 message que d’autres ont reçu, désormais sans nom");
        assertThat(kit.as(kit.teacher()).get(address).html())
                .contains("Une question", "une personne qui a quitté le collège")
                .doesNotContain("Paul Bernard");
        assertThat(kit.as(kit.guardian()).get(address).status()).isEqualTo(404);
        assertThat(export(kit.guardian())).isEmpty();
    }

    @Test
    void whatIReceivedStaysForItsAuthorWithoutMyName() {
        write(kit.teacher(), "Sortie au musée", kit.guardian(), kit.guardianOfTwo());

        ErasureReport report = erase(kit.guardian());

        assertThat(report.erased()).isEqualTo(1);
        assertThat(report.kept()).isEmpty();
        assertThat(export(kit.teacher()).get(0).getJsonArray("to"))
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("\"Personne partie du collège\"", "\"Nadia Martin\"");
        assertThat(Inbox.newest(kit, kit.guardianOfTwo())).startsWith("/messages/");
    }

    @Test
    void twoWhoReceivedTheSameLetterMayBothBeErased() {
        write(kit.teacher(), "Sortie au musée", kit.guardian(), kit.guardianOfTwo());
        erase(kit.guardian());
        erase(kit.guardianOfTwo());

        assertThat(export(kit.teacher()).get(0).getJsonArray("to"))
                .extracting(Object::toString)
                .containsOnly("\"Personne partie du collège\"");
    }

    @Test
    void whatNobodyCanReadAnyMoreIsGone() {
        write(kit.teacher(), "Sortie au musée", kit.guardian());
        reply(kit.guardian(), "Merci, il viendra.");
        erase(kit.teacher());

        ErasureReport last = erase(kit.guardian());

        // The entry of the inbox, the reply, that it was counted, and the letter.
        assertThat(last).isEqualTo(ErasureReport.erased(4));
    }

    @Test
    void anErasureAskedForTwiceFindsNothingMore() {
        write(kit.teacher(), "Sortie au musée", kit.guardian());
        erase(kit.teacher());

        assertThat(erase(kit.teacher())).isEqualTo(ErasureReport.erased(0));
    }

    @Test
    void whoIsNobodyAnyMoreCanNotBeAnswered() {
        write(kit.guardian(), "Une question", kit.teacher());
        erase(kit.guardian());

        KitAnswer refused =
                kit.as(kit.teacher())
                        .post(
                                Inbox.newest(kit, kit.teacher()) + "/replies",
                                Form.of("text", "Bonjour", "seen", "1", "key", key()));

        assertThat(refused.problem().type()).isEqualTo("correspondent-has-left");
    }

    private void write(KitPerson from, String text, KitPerson... to) {
        Form letter = Form.of("subject", text, "text", text, "key", key());
        for (KitPerson reader : to) {
            letter.with("to", "person:" + reader.id());
        }
        KitAnswer sent = kit.as(from).post("/messages", letter);
        assertThat(sent.status()).as("%s: %s", sent, sent.json()).isEqualTo(200);
        // So that one message comes after the other.
        kit.clock().advance(Duration.ofMinutes(1));
    }

    private void reply(KitPerson from, String text) {
        KitAnswer sent =
                kit.as(from)
                        .post(
                                Inbox.newest(kit, from) + "/replies",
                                Form.of("text", text, "seen", "1"));
        assertThat(sent.status()).as("%s: %s", sent, sent.json()).isEqualTo(200);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private List<JsonObject> export(KitPerson person) {
        return kit.personalData().export(person).orElseThrow();
    }

    private ErasureReport erase(KitPerson person) {
        return kit.personalData().erase(person).orElseThrow();
    }
}
