package fr.preau.communication;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;

/** The first pages of PDFs that go with letters: who sees them, and what is said where none is. */
@PreauTest
class PreviewsTest {

    private final PreauKit kit;
    private final String key = UUID.randomUUID().toString();

    PreviewsTest(PreauKit kit) {
        this.kit = kit;
    }

    private static byte[] pdf(int pages, String password) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            for (int page = 0; page < pages; page++) {
                document.addPage(new PDPage(PDRectangle.A4));
            }
            if (!password.isEmpty()) {
                document.protect(
                        new StandardProtectionPolicy("autre", password, new AccessPermission()));
            }
            document.save(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private Form letter(byte[]... files) {
        Form form =
                Form.of("key", key, "subject", "Sortie", "text", "Un mot", "version", "0")
                        .with("to", "person:" + kit.guardian().id());
        for (int at = 0; at < files.length; at++) {
            form.withFile("files", "note-" + at + ".pdf", "application/pdf", files[at]);
        }
        return form;
    }

    /** Sends it, and lets the jobs of some minutes be done. */
    private void send(byte[]... files) {
        KitAnswer sent = kit.as(kit.teacher()).post("/messages", letter(files));
        assertThat(sent.status()).as("%s", sent.json()).isEqualTo(200);
        kit.clock().advance(Duration.ofSeconds(11));
        draw(files.length);
    }

    /** Each is counted by a run, and drawn by the next. */
    private void draw(int times) {
        for (int time = 0; time < 2 * times; time++) {
            kit.runJob("draw-previews");
        }
    }

    private List<JsonObject> files(KitPerson reader) {
        return kit.as(reader)
                .get(Inbox.newest(kit, reader))
                .json()
                .getJsonObject("letter")
                .getJsonArray("files")
                .getValuesAs(JsonObject.class);
    }

    private static String preview(JsonObject file) {
        return "/files/" + file.getString("attachment") + "/preview";
    }

    private int rows(String table) {
        try (Connection connection = kit.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT COUNT(*) FROM preau_c_0921244c." + table)) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theFirstPageIsShownToThoseWhoReadTheFileAndToNobodyElse() throws IOException {
        send(pdf(3, ""));

        JsonObject file = files(kit.guardian()).get(0);
        assertThat(file.getInt("pages")).isEqualTo(3);
        assertThat(kit.as(kit.guardian()).get(Inbox.newest(kit, kit.guardian())).html())
                .contains(
                        "Première page (sur 3)",
                        preview(file),
                        "alt=\"Première page de note-0.pdf\"");
        for (KitPerson reader : List.of(kit.guardian(), kit.teacher())) {
            KitAnswer picture = kit.as(reader).get(preview(file));
            assertThat(picture.status()).isEqualTo(200);
            assertThat(picture.header("Content-Type")).isEqualTo("image/png");
            assertThat(picture.header("Content-Disposition")).startsWith("inline");
            assertThat(ImageIO.read(new ByteArrayInputStream(picture.bytes())).getHeight())
                    .isBetween(840, 850);
        }
        for (KitPerson other :
                List.of(kit.guardianOfTwo(), kit.pupil(), kit.otherCollege().guardian())) {
            assertThat(kit.as(other).get(preview(file)).status()).isEqualTo(404);
        }
    }

    @Test
    void aFileIsSentAndReadBeforeItsPageIsDrawn() {
        kit.as(kit.teacher()).post("/messages", letter(pdf(1, "")));
        kit.clock().advance(Duration.ofSeconds(11));

        JsonObject file = files(kit.guardian()).get(0);
        assertThat(file.getString("preview")).isEqualTo("WAITING");
        assertThat(kit.as(kit.guardian()).get(preview(file)).status()).isEqualTo(404);
        assertThat(kit.as(kit.guardian()).get(Inbox.newest(kit, kit.guardian())).html())
                .contains("note-0.pdf")
                .doesNotContain("/preview");
    }

    @Test
    void whereNoPageCanBeShownThePageSaysWhy() {
        send(
                pdf(1, "secret"),
                "%PDF-1.7\nrien de plus".getBytes(StandardCharsets.US_ASCII),
                pdf(1, ""));

        assertThat(files(kit.guardian()))
                .extracting(file -> file.getString("preview"))
                .containsExactly("LOCKED", "BROKEN", "DRAWN");
        assertThat(kit.as(kit.guardian()).get(Inbox.newest(kit, kit.guardian())).html())
                .contains("protégé par un mot de passe", "Ce PDF semble abîmé");
        assertThat(kit.as(kit.guardian()).get(preview(files(kit.guardian()).get(0))).status())
                .isEqualTo(404);
        draw(2);
        assertThat(rows("core_file")).isEqualTo(4);
    }

    @Test
    void aTextHasNoFirstPage() {
        kit.as(kit.teacher())
                .post(
                        "/messages",
                        letter().withFile(
                                        "files",
                                        "mot.txt",
                                        "text/plain",
                                        "Bonjour".getBytes(StandardCharsets.UTF_8)));
        kit.clock().advance(Duration.ofSeconds(11));
        draw(1);

        assertThat(files(kit.guardian()).get(0).getString("preview")).isEqualTo("NONE");
        assertThat(rows("core_file")).isEqualTo(1);
    }

    @Test
    void aPictureGoesWithItsFile() {
        kit.as(kit.teacher()).post("/messages/draft", letter(pdf(1, "")));
        draw(1);
        assertThat(rows("core_file")).isEqualTo(2);

        kit.as(kit.teacher()).post("/drafts/" + key + "/delete", Form.empty());

        assertThat(rows("core_file")).isZero();
    }
}
