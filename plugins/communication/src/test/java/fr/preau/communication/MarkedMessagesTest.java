package fr.preau.communication;

import static fr.preau.api.school.StaffFunction.CPE;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Messages with bold, lists and links: the text is kept with its marks and shown with their look.
 */
@PreauTest
class MarkedMessagesTest {

    private static final String TEXT =
            "Sortie **mardi**, apporter\n- un *goûter*\n- une gourde\n\n"
                    + "[Le programme](https://www.sevres.example/sortie)";

    private static final String[] SHOWN = {
        "<strong>mardi</strong>",
        "<ul><li>un <em>goûter</em></li><li>une gourde</li></ul>",
        "<a href=\"https://www.sevres.example/sortie\" rel=\"noopener noreferrer nofollow\">Le"
                + " programme</a><span class=\"rich-site\"> (www.sevres.example)</span>"
    };

    private final PreauKit kit;

    MarkedMessagesTest(PreauKit kit) {
        this.kit = kit;
    }

    private static Form letter(KitPerson to, String text) {
        return Form.of(
                "to",
                "person:" + to.id(),
                "subject",
                "Sortie",
                "text",
                text,
                "key",
                UUID.randomUUID().toString());
    }

    private String sent(KitPerson from, KitPerson to, String text) {
        KitAnswer sent = kit.as(from).post("/messages", letter(to, text));
        assertThat(sent.status()).as("%s", sent.json()).isEqualTo(200);
        kit.clock().advance(Duration.ofSeconds(11));
        return Objects.requireNonNull(sent.location());
    }

    private static String onOneLine(KitAnswer answer) {
        return answer.html().replaceAll(">\\s+<", "><");
    }

    @Test
    void aLetterAndItsReplyAreReadAsTheyWereWritten() {
        String conversation = sent(kit.teacher(), kit.guardian(), TEXT);

        assertThat(onOneLine(kit.as(kit.guardian()).get(conversation))).contains(SHOWN);
        assertThat(onOneLine(kit.as(kit.teacher()).get(conversation))).contains(SHOWN);

        kit.as(kit.guardian())
                .post(
                        conversation + "/replies",
                        Form.of("text", "> mardi\n\n**Oui**", "seen", "1"));
        assertThat(onOneLine(kit.as(kit.teacher()).get(conversation)))
                .contains("<blockquote><p>mardi</p></blockquote><p><strong>Oui</strong></p>");
    }

    @Test
    void programsReadAndWriteTheTextItself() {
        String conversation = sent(kit.teacher(), kit.guardian(), TEXT);

        assertThat(
                        kit.as(kit.guardian())
                                .get(conversation)
                                .json()
                                .getJsonObject("letter")
                                .getString("text"))
                .isEqualTo(TEXT);
    }

    @Test
    void withoutAScriptTheFieldIsATextAreaThatHoldsTheTextItself() {
        String key = UUID.randomUUID().toString();
        kit.as(kit.guardian())
                .post(
                        "/drafts",
                        Form.of("subject", "Sortie", "text", TEXT, "version", "0", "key", key));

        KitAnswer form = kit.as(kit.guardian()).get("/messages/new?draft=" + key);

        assertThat(form.html()).contains(">" + TEXT + "</textarea>");
        assertThat(onOneLine(form))
                .contains("aria-label=\"Mise en forme\" hidden>")
                .contains(SHOWN);
        assertThat(kit.as(kit.guardian()).get("/drafts").html())
                .contains("Sortie mardi, apporter • un goûter")
                .doesNotContain("**");
    }

    @Test
    void aLetterThatIsNotSentIsShownAgainWithItsMarks() {
        KitAnswer refused =
                kit.as(kit.guardian())
                        .inBrowser()
                        .post(
                                "/messages",
                                Form.of("to", "person:" + kit.teacher().id(), "text", TEXT));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html()).contains(">" + TEXT + "</textarea>");
        assertThat(onOneLine(refused)).contains(SHOWN);
    }

    @Test
    void marksAloneAreNoText() {
        for (String nothing : new String[] {"\u2060", "> ", ">\n>", "\u2060\u2060 \n\n"}) {
            assertThat(
                            kit.as(kit.guardian())
                                    .post("/messages", letter(kit.teacher(), nothing))
                                    .status())
                    .as(nothing)
                    .isEqualTo(422);
        }
    }

    @Test
    void aTextThatIsTooLongIsToldWithItsFieldAndFigureMarksIncluded() {
        String text = "**a** ".repeat(3_334).strip();

        KitAnswer refused = kit.as(kit.guardian()).post("/messages", letter(kit.teacher(), text));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().toString()).contains("\"text\"", "20\u202f000", "retirez-en");
        assertThat(text).hasSize(20_003);
    }

    @Test
    void htmlIsWhatWasTypedAndNothingElse() {
        String conversation =
                sent(kit.teacher(), kit.guardian(), "<img src=x onerror=alert(1)> **<script>**");

        assertThat(kit.as(kit.guardian()).get(conversation).html())
                .contains("&lt;img src=x onerror=alert(1)&gt; <strong>&lt;script&gt;</strong>")
                .doesNotContain("<img src=x", "<script>**");
    }

    @Test
    void aLinkThatLooksLikeAnotherSiteIsTold() {
        String conversation =
                sent(
                        kit.teacher(),
                        kit.guardian(),
                        "[www.hauts-de-seine.fr](https://vol.example/compte)");

        assertThat(kit.as(kit.guardian()).get(conversation).html())
                .contains("(attention, ce lien mène à vol.example)");
    }

    @Test
    void wordsAreFoundWhateverTheyLookLike() {
        sent(kit.teacher(), kit.guardian(), "La pis\u2060**cine** en *plastique*");

        assertThat(kit.as(kit.guardian()).get("/search?q=piscine plastique").html())
                .contains("Sortie");
    }

    @Test
    void evidenceAndWhatIsTakenHomeHoldTheText() {
        String conversation = sent(kit.pupil(), kit.teacher(), "Rends **tout** !");
        String letter =
                kit.as(kit.teacher())
                        .get(conversation)
                        .json()
                        .getJsonObject("letter")
                        .getString("id");
        kit.as(kit.teacher()).post(conversation + "/reports", Form.of("message", letter));
        KitPerson cpe = kit.staff(CPE);
        String report =
                kit.as(cpe)
                        .get("/safety/reports")
                        .json()
                        .getJsonObject("reports")
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getString("report");

        assertThat(kit.as(cpe).get("/safety/reports/" + report).html())
                .contains("Rends <strong>tout</strong> !", "inchangée depuis");
        assertThat(kit.personalData().export(kit.pupil()).toString()).contains("Rends **tout** !");
    }

    @Test
    void marksCostNoStatement() {
        String plain = sent(kit.teacher(), kit.guardian(), "Bonjour");
        int statements = kit.as(kit.teacher()).get(plain).statements();
        String marked = sent(kit.teacher(), kit.guardianOfTwo(), TEXT.repeat(50));

        assertThat(kit.as(kit.teacher()).get(marked).statements()).isEqualTo(statements);
    }
}
