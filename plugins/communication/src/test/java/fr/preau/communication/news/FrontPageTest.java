package fr.preau.communication.news;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What the collège shows to everybody, and that it shows nothing else. */
@PreauTest
class FrontPageTest {

    private final PreauKit kit;
    private final WrittenNews news;

    FrontPageTest(PreauKit kit) {
        this.kit = kit;
        this.news = new WrittenNews(kit);
    }

    @Test
    void whoHasNotSignedInReadsTheNewsForEverybodyAndNoOther() {
        String open = news.published(WrittenNews.form("Portes ouvertes").with("forPublic", "true"));
        String closed = news.published(WrittenNews.form("Pour nous"));

        KitAnswer front = kit.fromOutside().get("/front");

        assertThat(front.status()).isEqualTo(200);
        assertThat(front.html())
                .contains("Portes ouvertes", "Collège de Sèvres")
                .doesNotContain("Pour nous", "Lambert", "Dominique", "site-menu", "/newsroom");
        assertThat(kit.fromOutside().get("/front/" + open).html())
                .contains("Texte de Portes ouvertes")
                .doesNotContain("Lambert");
        assertThat(kit.fromOutside().get("/front/" + closed).status()).isEqualTo(404);
    }

    @Test
    void allElseAsksThemToSignInFirst() {
        String open = news.published(WrittenNews.form("Portes ouvertes").with("forPublic", "true"));

        for (String address :
                List.of(
                        "/news",
                        "/news/" + open,
                        "/newsroom",
                        "/messages",
                        "/nowhere",
                        "/front/x/y")) {
            assertThat(kit.fromOutside().get(address).status()).as(address).isEqualTo(401);
        }
        assertThat(kit.fromOutside().post("/front", Form.empty()).status()).isEqualTo(401);
        KitPerson elsewhere = kit.otherCollege().teacher();
        assertThat(kit.as(elsewhere).at(kit.college()).get("/front").html())
                .contains("Portes ouvertes");
        assertThat(kit.as(elsewhere).at(kit.college()).get("/news").status()).isEqualTo(403);
    }

    @Test
    void takenBackNobodySeesItNorItsPicture() throws IOException {
        ByteArrayOutputStream photo = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB), "png", photo);
        String id =
                news.published(
                        WrittenNews.form("Photo")
                                .with("forPublic", "true")
                                .with("pictureAlt", "La cour")
                                .withFile("picture", "a.png", "image/png", photo.toByteArray()));
        assertThat(kit.fromOutside().get("/front/" + id).html())
                .contains("/front/" + id + "/picture");
        assertThat(kit.fromOutside().get("/front/" + id + "/picture").status()).isEqualTo(200);

        news.act(news.principal(), id, "take-back");

        assertThat(kit.fromOutside().get("/front/" + id).status()).isEqualTo(404);
        assertThat(kit.fromOutside().get("/front/" + id + "/picture").status()).isEqualTo(404);
        assertThat(kit.fromOutside().get("/front").html()).doesNotContain("Photo");
    }

    @Test
    void withTheModuleSwitchedOffThereIsNoFrontPage() {
        news.published(WrittenNews.form("Portes ouvertes").with("forPublic", "true"));
        kit.turn(kit.college(), false);
        try {
            assertThat(kit.fromOutside().get("/front").status()).isEqualTo(401);
        } finally {
            kit.turn(kit.college(), true);
        }
    }

    @Test
    void aMemberSeesItToo() {
        news.published(WrittenNews.form("Portes ouvertes").with("forPublic", "true"));

        assertThat(kit.as(kit.pupil()).get("/front").html()).contains("Portes ouvertes");
    }
}
