package fr.preau.communication.news;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.StaffFunction;
import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import jakarta.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What those do who write and publish. */
@PreauTest
class NewsroomTest {

    private final PreauKit kit;
    private final WrittenNews news;

    NewsroomTest(PreauKit kit) {
        this.kit = kit;
        this.news = new WrittenNews(kit);
    }

    @Test
    void aTeachersNewsIsReadAgainBeforeItIsPublished() {
        KitPerson cpe = kit.staff(StaffFunction.CPE);
        String id = news.draft(kit.teacher(), WrittenNews.form("Club théâtre"));
        assertThat(news.tryTo(kit.teacher(), id, "publish").status()).isEqualTo(409);
        assertThat(kit.as(cpe).get("/newsroom/" + id).status()).isEqualTo(404);

        news.act(kit.teacher(), id, "send");
        assertThat(desk(cpe, "REVIEW")).containsExactly("Club théâtre");
        assertThat(news.titles(kit.pupil())).isEmpty();

        news.act(cpe, id, "publish");
        assertThat(news.titles(kit.pupil())).containsExactly("Club théâtre");
        assertThat(kit.as(kit.pupil()).get("/news/" + id).html()).contains("Par Julie Faure");
    }

    @Test
    void itComesBackToItsAuthorWithAWord() {
        String id = news.draft(kit.teacher(), WrittenNews.form("Club théâtre"));
        news.act(kit.teacher(), id, "send");

        kit.as(news.principal())
                .post(
                        "/newsroom/" + id + "/give-back",
                        Form.of("version", "2", "remark", "Il manque l’heure."));

        assertThat(kit.as(kit.teacher()).get("/newsroom/" + id).html())
                .contains("Il manque l’heure.", "Envoyer en relecture");
        assertThat(kit.as(news.principal()).get("/newsroom/" + id).status()).isEqualTo(404);
    }

    @Test
    void thoseWhoOnlyReadAndThoseWhoOnlyWriteCanDoNoMore() {
        String id = news.draft(kit.teacher(), WrittenNews.form("Club théâtre"));
        news.act(kit.teacher(), id, "send");

        for (KitPerson reader : List.of(kit.pupil(), kit.guardian())) {
            assertThat(kit.as(reader).get("/newsroom").status()).isEqualTo(403);
            assertThat(kit.as(reader).get("/newsroom/new").status()).isEqualTo(403);
            assertThat(kit.as(reader).post("/newsroom", WrittenNews.form("Non")).status())
                    .isEqualTo(403);
            assertThat(news.tryTo(reader, id, "publish").status()).isEqualTo(403);
        }
        for (KitPerson writer :
                List.of(kit.college().otherTeacher(), kit.staff(StaffFunction.GESTIONNAIRE))) {
            assertThat(desk(writer, "REVIEW")).isEmpty();
            assertThat(kit.as(writer).get("/newsroom/" + id).status()).isEqualTo(404);
            assertThat(kit.as(writer).get("/newsroom/" + id + "/edit").status()).isEqualTo(404);
            assertThat(kit.as(writer).post("/newsroom/" + id, WrittenNews.form("Non")).status())
                    .isEqualTo(404);
            assertThat(news.tryTo(writer, id, "publish").status()).isEqualTo(404);
        }
    }

    @Test
    void aFormSentTwiceWritesOneNewsAndAPressRepeatedPublishesOnce() {
        Form form = WrittenNews.form("Une seule");
        String id = news.draft(news.principal(), form);
        assertThat(news.draft(news.principal(), form)).isEqualTo(id);
        Form press = Form.of("version", "1");

        KitAnswer first = kit.as(news.principal()).post("/newsroom/" + id + "/publish", press);
        KitAnswer second = kit.as(news.principal()).post("/newsroom/" + id + "/publish", press);

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(200);
        assertThat(news.titles(kit.pupil())).containsExactly("Une seule");
    }

    @Test
    void theKeyOfAFormOfSomebodyElseChangesNothingOfTheirs() {
        String id = news.draft(kit.teacher(), WrittenNews.form("À moi"));

        KitAnswer stolen =
                kit.as(kit.college().otherTeacher())
                        .post(
                                "/newsroom",
                                Form.of(
                                        "key",
                                        id,
                                        "title",
                                        "Volée",
                                        "text",
                                        "Volée",
                                        "profiles",
                                        "PUPIL"));

        assertThat(stolen.status()).isEqualTo(404);
        assertThat(desk(kit.teacher(), "MINE")).containsExactly("À moi");
    }

    @Test
    void whatSomebodyElseHasChangedMeanwhileIsNotOverwrittenUnseen() {
        String id = news.draft(news.principal(), WrittenNews.form("Avant"));
        news.act(news.principal(), id, "publish");
        change(kit.staff(StaffFunction.CPE), id, "2", "Du CPE");

        KitAnswer late = change(news.principal(), id, "2", "De la direction");

        assertThat(late.status()).isEqualTo(422);
        assertThat(late.violations()).containsKey("version");
        assertThat(news.titles(kit.pupil())).containsExactly("Du CPE");
        assertThat(news.tryTo(news.principal(), id, "archive").status()).isEqualTo(200);
    }

    @Test
    void changedAfterItWasSeenItSaysSo() {
        kit.clock().set(Instant.parse("2026-11-02T09:00:00Z"));
        String id = news.published(WrittenNews.form("Concours"));
        assertThat(kit.as(kit.pupil()).get("/news/" + id).html()).doesNotContain("modifié le");
        kit.clock().advance(Duration.ofDays(3));

        change(news.principal(), id, "2", "Concours reporté");

        assertThat(kit.as(kit.pupil()).get("/news/" + id).html())
                .contains("Concours reporté", "modifié le aujourd’hui");
        assertThat(
                        kit.as(kit.pupil())
                                .get("/news/" + id)
                                .json()
                                .getJsonObject("news")
                                .getString("publishAt"))
                .isEqualTo("2026-11-02T09:00:00Z");
    }

    @Test
    void takenBackNobodyReadsItAndArchivedItStaysForThoseWhoPublish() {
        String id = news.published(WrittenNews.form("Concours"));
        news.act(kit.staff(StaffFunction.SECRETARY), id, "take-back");
        assertThat(kit.as(kit.pupil()).get("/news/" + id).status()).isEqualTo(404);

        news.act(news.principal(), id, "publish");
        news.act(news.principal(), id, "archive");

        assertThat(kit.as(kit.pupil()).get("/news/" + id).status()).isEqualTo(404);
        assertThat(desk(kit.staff(StaffFunction.CPE), "ARCHIVED")).containsExactly("Concours");
    }

    @Test
    void whatIsWrongIsSaidBesideItsField() {
        KitAnswer answer =
                kit.as(kit.teacher())
                        .post(
                                "/newsroom",
                                Form.of(
                                        "title",
                                        "\u202e ",
                                        "text",
                                        "x".repeat(20_001),
                                        "places",
                                        "class:" + UUID.randomUUID(),
                                        "from",
                                        "2026-11-10",
                                        "hour",
                                        "25:00",
                                        "profiles",
                                        "GUARDIAN"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.violations()).containsOnlyKeys("title", "text", "places", "hour");
        assertThat(
                        kit.as(kit.teacher())
                                .post(
                                        "/newsroom",
                                        WrittenNews.form("Fin avant le début")
                                                .with("from", "2026-11-10")
                                                .with("until", "2026-11-09"))
                                .violations())
                .containsOnlyKeys("until");
        assertThat(
                        kit.as(kit.teacher())
                                .post("/newsroom", WrittenNews.textOf("Qui ?"))
                                .violations())
                .containsOnlyKeys("profiles");
    }

    @Test
    void aPictureIsDrawnAnewForItsReadersAndNobodyElse() throws IOException {
        byte[] photo = photo();
        String id =
                news.published(
                        WrittenNews.textOf("Photo")
                                .with("profiles", "GUARDIAN")
                                .with("pictureAlt", "La cour sous la neige")
                                .withFile("picture", "cour.png", "image/png", photo));

        KitAnswer picture = kit.as(kit.guardian()).get("/news/" + id + "/picture");

        assertThat(picture.header("Content-Type")).startsWith("image/");
        BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(picture.bytes()));
        assertThat(drawn.getWidth()).isEqualTo(1280);
        assertThat(kit.as(kit.guardian()).get("/news/" + id).html())
                .contains("alt=\"La cour sous la neige\"");
        assertThat(kit.as(kit.pupil()).get("/news/" + id + "/picture").status()).isEqualTo(404);
        news.act(news.principal(), id, "take-back");
        assertThat(kit.as(kit.guardian()).get("/news/" + id + "/picture").status()).isEqualTo(404);
    }

    @Test
    void aPictureNeedsItsWordsAndMustBeAPicture() throws IOException {
        Form withoutWords =
                WrittenNews.form("Photo").withFile("picture", "a.png", "image/png", photo());
        Form noPicture =
                WrittenNews.form("Photo")
                        .with("pictureAlt", "Une cour")
                        .withFile("picture", "a.pdf", "application/pdf", bytes("%PDF-1.4 a"));
        byte[] broken = photo();
        byte[] cut = java.util.Arrays.copyOf(broken, 60);
        Form brokenPicture =
                WrittenNews.form("Photo")
                        .with("pictureAlt", "Une cour")
                        .withFile("picture", "a.png", "image/png", cut);

        assertThat(kit.as(kit.teacher()).post("/newsroom", withoutWords).violations())
                .containsOnlyKeys("pictureAlt");
        assertThat(kit.as(kit.teacher()).post("/newsroom", noPicture).violations())
                .containsOnlyKeys("picture");
        assertThat(kit.as(kit.teacher()).post("/newsroom", brokenPicture).violations())
                .containsOnlyKeys("picture");
        assertThat(desk(kit.teacher(), "MINE")).isEmpty();
    }

    @Test
    void afterItsTermANewsIsArchivedAndThenGone() {
        kit.clock().set(Instant.parse("2026-11-02T09:00:00Z"));
        news.published(WrittenNews.form("Semaine").with("until", "2026-11-06"));
        kit.clock().advance(Duration.ofDays(40));
        kit.runJob("news-term");
        assertThat(desk(news.principal(), "ARCHIVED")).containsExactly("Semaine");

        kit.clock().advance(Duration.ofDays(731));
        kit.runJob("news-term");

        assertThat(desk(news.principal(), "ARCHIVED")).isEmpty();
    }

    @Test
    void whatAPersonWroteIsTheirsToHaveAndStaysWithoutTheirName() {
        String published = news.draft(kit.teacher(), WrittenNews.form("Parue"));
        news.act(kit.teacher(), published, "send");
        news.act(news.principal(), published, "publish");
        news.draft(kit.teacher(), WrittenNews.form("Brouillon"));

        assertThat(kit.personalData().export(kit.teacher()).orElseThrow())
                .extracting(kept -> kept.getString("title"))
                .containsExactly("Parue", "Brouillon");
        kit.personalData().erase(kit.teacher());

        assertThat(kit.personalData().export(kit.teacher()).orElseThrow()).isEmpty();
        assertThat(desk(kit.teacher(), "MINE")).isEmpty();
        assertThat(kit.as(kit.pupil()).get("/news/" + published).html())
                .contains("Texte de Parue", "Par le collège")
                .doesNotContain("Julie Faure");
    }

    @Test
    void thoseWhoPublishAreToldThatSomebodyWaitsUntilOneHasDoneIt() {
        String id = news.draft(kit.teacher(), WrittenNews.form("Club théâtre"));
        news.act(kit.teacher(), id, "send");
        assertThat(told("Actualité à relire\u00a0: Club théâtre")).isEqualTo(4);

        news.act(news.principal(), id, "publish");

        assertThat(told("Actualité à relire\u00a0: Club théâtre")).isZero();
        assertThat(told("Votre actualité est publiée\u00a0: Club théâtre")).isEqualTo(1);
    }

    private long told(String title) {
        return kit.notices().stream().filter(notice -> notice.title().equals(title)).count();
    }

    @Test
    void whileWritingIsClosedNothingIsPublished() {
        String id = news.draft(news.principal(), WrittenNews.form("Pendant la fermeture"));
        kit.closeWriting("Comptes volés.", fr.preau.api.school.Profile.STAFF);

        KitAnswer refused = news.tryTo(news.principal(), id, "publish");

        assertThat(refused.problem().type()).isEqualTo("writing-closed");
        assertThat(news.titles(kit.pupil())).isEmpty();
    }

    private KitAnswer change(KitPerson editor, String id, String version, String title) {
        return kit.as(editor)
                .post(
                        "/newsroom/" + id,
                        Form.of(
                                "version",
                                version,
                                "title",
                                title,
                                "text",
                                "Texte",
                                "profiles",
                                "PUPIL"));
    }

    private List<String> desk(KitPerson writer, String view) {
        return kit
                .as(writer)
                .get("/newsroom?view=" + view)
                .json()
                .getJsonObject("news")
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(line -> line.getString("title"))
                .toList();
    }

    private static byte[] photo() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(3000, 1500, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
