package fr.preau.communication;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A letter to many is not answered, unless its author wants answers. */
@PreauTest
class LongListsTest {

    private final PreauKit kit;

    LongListsTest(PreauKit kit) {
        this.kit = kit;
    }

    @Test
    void aLetterToThirtyIsNotAnsweredByAnyRoad() {
        List<KitPerson> guardians = guardians(30);
        send(guardians, null);
        KitPerson one = guardians.get(0);
        String conversation = conversation(one);

        assertThat(kit.as(one).get(conversation).html())
                .contains("Ce message n’attend pas de réponse")
                .doesNotContain("Envoyer la réponse");
        KitAnswer refused =
                kit.as(one).post(conversation + "/replies", Form.of("text", "Merci", "seen", "1"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.problem().type()).isEqualTo("letter-without-answers");
        assertThat(kit.as(kit.teacher()).get("/messages").html()).contains("Aucun message reçu");
    }

    @Test
    void itsAuthorMayAllowAnswersAndMayAlwaysGoOn() {
        List<KitPerson> guardians = guardians(30);
        send(guardians, "true");
        String conversation = conversation(guardians.get(0));

        KitAnswer answer =
                kit.as(guardians.get(0))
                        .post(conversation + "/replies", Form.of("text", "Oui", "seen", "1"));

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void theAuthorOfALetterToManyWritesOnToOneOfThem() {
        List<KitPerson> guardians = guardians(30);
        send(guardians, null);
        String conversation = conversation(guardians.get(0));

        KitAnswer more =
                kit.as(kit.teacher())
                        .post(conversation + "/replies", Form.of("text", "Encore", "seen", "0"));

        assertThat(more.status()).isEqualTo(200);
        assertThat(kit.as(guardians.get(0)).get(conversation).html()).contains("Encore");
    }

    @Test
    void aLetterToTwentyNineIsAnswered() {
        List<KitPerson> guardians = guardians(29);
        send(guardians, null);

        assertThat(kit.as(guardians.get(0)).get(conversation(guardians.get(0))).html())
                .contains("Envoyer la réponse");
    }

    @Test
    void whoWritesToManyIsToldAndMayAllowAnswers() {
        List<String> codes = guardians(30).stream().map(g -> "to=person:" + g.id()).toList();

        assertThat(kit.as(kit.teacher()).get("/messages/new?" + String.join("&", codes)).html())
                .contains("Ce message part à 30 personnes", "name=\"answers\"");
    }

    private List<KitPerson> guardians(int so) {
        List<KitPerson> guardians = new ArrayList<>();
        for (int i = 0; i < so; i++) {
            guardians.add(kit.aGuardian().named("Zoé", "Nombreuse" + i).of(kit.pupil()).create());
        }
        return guardians;
    }

    private void send(List<KitPerson> to, @Nullable String answers) {
        Form letter = Form.of("subject", "Sortie", "text", "Un mot");
        letter.with("key", UUID.randomUUID().toString());
        to.forEach(reader -> letter.with("to", "person:" + reader.id()));
        if (answers != null) {
            letter.with("answers", answers);
        }
        KitAnswer sent = kit.as(kit.teacher()).post("/messages", letter);
        assertThat(sent.status()).as("%s", sent.json()).isEqualTo(200);
        kit.clock().advance(Duration.ofSeconds(11));
    }

    private String conversation(KitPerson reader) {
        return "/messages/"
                + kit.as(reader)
                        .get("/messages")
                        .json()
                        .getJsonObject("conversations")
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getString("conversation");
    }
}
