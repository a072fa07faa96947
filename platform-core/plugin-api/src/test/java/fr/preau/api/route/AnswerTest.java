package fr.preau.api.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.api.files.Download;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a handler can answer, and how it says what is wrong. */
class AnswerTest {

    private record Letter(String subject) {}

    @Test
    void everyAnswerHasItsPage() {
        Letter letter = new Letter("Sortie au musée");
        Violations wrong = Violations.of("subject", "L’objet est trop long.");
        assertThat(List.of(Answer.show(letter), Answer.done(letter, "/messages/4")))
                .allSatisfy(answer -> assertThat(answer.page()).isSameAs(letter));
        Download file = Download.save("sorties.csv", new byte[0]);
        assertThat(Answer.send(file).page()).isSameAs(file);
        assertThat(Answer.tryAgain(letter, wrong))
                .isInstanceOfSatisfying(
                        Answer.TryAgain.class,
                        again -> assertThat(again.violations()).isEqualTo(wrong));
    }

    @Test
    void theMessagesOfAFieldAreReadAsOneText() {
        Violations violations =
                new Violations(
                        Map.of("text", List.of("Ce champ est vide.", "Écrivez au moins un mot.")));
        assertThat(violations.of("text")).contains("Ce champ est vide. Écrivez au moins un mot.");
        assertThat(violations.of("subject")).isEmpty();
        assertThat(violations.isEmpty()).isFalse();
    }

    @Test
    void whereTwoSpeakOfTheSameFieldTheFirstIsHeard() {
        Violations both =
                Violations.of("date", "Une date est attendue.")
                        .and(
                                new Violations(
                                        Map.of(
                                                "date", List.of("Ce champ est vide."),
                                                "text", List.of("Ce champ est vide."))));
        assertThat(both.of("date")).contains("Une date est attendue.");
        assertThat(both.of("text")).contains("Ce champ est vide.");
    }

    @Test
    void violationsDoNotChangeAfterwards() {
        Map<String, List<String>> problems = new HashMap<>();
        Violations violations = new Violations(problems);
        problems.put("late", List.of("trop tard"));
        assertThat(violations.isEmpty()).isTrue();
    }

    @Test
    void aRefusalIsTheCallersFaultAndNotOurs() {
        assertThat(Refusal.notFound().status()).isEqualTo(404);
        assertThat(Refusal.forbidden().status()).isEqualTo(403);
        assertThatThrownBy(() -> new Refusal(500, "ours", "Erreur", "Erreur"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aModuleHasItsOwnWordsAndThePortalHasThoseOfTheUsualRefusals() {
        Refusal own = new Refusal(409, "full", "C’est complet", "Il ne reste aucune place.");
        assertThat(own.isToldByThePortal()).isFalse();
        assertThat(own.detail()).isEqualTo("Il ne reste aucune place.");
        assertThat(own).hasMessage("Il ne reste aucune place.");
        assertThat(Refusal.forbidden().isToldByThePortal()).isTrue();
        assertThat(Refusal.ofType(405, "method-not-allowed", "GET").arguments())
                .containsExactly("GET");
    }

    @Test
    void whatWasDoneMayBeToldOnTheNextPage() {
        Letter letter = new Letter("Sortie au musée");
        assertThat(Answer.done(letter, "/messages/4", "Message envoyé."))
                .isInstanceOfSatisfying(
                        Answer.Done.class,
                        done -> assertThat(done.notice()).isEqualTo("Message envoyé."));
        assertThat(Answer.done(letter, "/messages/4"))
                .isInstanceOfSatisfying(
                        Answer.Done.class, done -> assertThat(done.notice()).isNull());
    }
}
