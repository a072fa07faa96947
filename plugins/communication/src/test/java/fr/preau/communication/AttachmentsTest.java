package fr.preau.communication;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that go with letters, replies and drafts, and who may read them. */
@PreauTest
class AttachmentsTest {

    private static final byte[] DOT =
            Base64.getDecoder()
                    .decode(
                            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9"
                                    + "awAAAABJRU5ErkJggg==");

    private final PreauKit kit;
    private final String key = UUID.randomUUID().toString();

    AttachmentsTest(PreauKit kit) {
        this.kit = kit;
    }

    @Test
    void aPhotoIsReadByWhoSentAndWhoReceivedItAndByNobodyElse() {
        send(letter(kit.guardian()).withFile("files", "L’été.png", "image/png", DOT));

        JsonObject file = fileOfLetter(kit.guardian());
        assertThat(file.getString("name")).isEqualTo("L’été.png");
        for (KitPerson reader : List.of(kit.guardian(), kit.teacher())) {
            KitAnswer read = kit.as(reader).get(address(file));
            assertThat(read.bytes()).isEqualTo(DOT);
            assertThat(read.header("Content-Type")).isEqualTo("image/png");
        }
        for (KitPerson other :
                List.of(kit.guardianOfTwo(), kit.pupil(), kit.otherCollege().guardian())) {
            assertThat(kit.as(other).get(address(file)).status()).isEqualTo(404);
        }
    }

    @Test
    void aPictureIsShownAndADocumentIsSaved() {
        send(
                letter(kit.guardian())
                        .withFile("files", "photo.png", "image/png", DOT)
                        .withFile("files", "mot.txt", "text/plain", text("Bonjour")));

        String before = kit.as(kit.guardian()).get(Inbox.newest(kit, kit.guardian())).html();
        assertThat(before).contains("photo.png").doesNotContain("<img");
        kit.runJob("draw-previews");

        String page = kit.as(kit.guardian()).get(Inbox.newest(kit, kit.guardian())).html();
        JsonObject second = filesOfLetter(kit.guardian()).get(1);
        assertThat(page).contains("<img", "alt=\"photo.png\"", "mot.txt (1 ko)");
        assertThat(kit.as(kit.guardian()).get(address(second)).header("Content-Disposition"))
                .startsWith("attachment");
    }

    @Test
    void aLetterToSeveralKeepsItsFileOnce() {
        send(
                letter(kit.guardian(), kit.guardianOfTwo())
                        .withFile("files", "photo.png", "image/png", DOT));

        assertThat(rows("communication_attachment")).isEqualTo(1);
        assertThat(rows("core_file")).isEqualTo(1);
        assertThat(address(fileOfLetter(kit.guardian())))
                .isEqualTo(address(fileOfLetter(kit.guardianOfTwo())));
    }

    @Test
    void aFormPostedTwiceAttachesOnce() {
        Form form = letter(kit.guardian()).withFile("files", "photo.png", "image/png", DOT);
        send(form);
        send(form);

        assertThat(rows("communication_attachment")).isEqualTo(1);
    }

    @Test
    void aFormThatComesBackHasLostNoFile() {
        Form form =
                Form.of("key", key, "version", "0", "subject", "", "text", "Voici")
                        .with("to", "person:" + kit.guardian().id())
                        .withFile("files", "photo.png", "image/png", DOT);
        KitAnswer back = kit.as(kit.teacher()).inBrowser().post("/messages", form);
        assertThat(back.status()).isEqualTo(422);
        assertThat(back.html()).contains("Pièces jointes gardées", "photo.png");

        JsonObject draft = kit.as(kit.teacher()).get("/messages/new?draft=" + key).json();
        send(
                letter(kit.guardian()).with("attached", onlyFile(draft).getString("attachment")),
                draft.getJsonObject("draft").getInt("version"));

        JsonObject file = fileOfLetter(kit.guardian());
        assertThat(kit.as(kit.guardian()).get(address(file)).bytes()).isEqualTo(DOT);
        assertThat(rows("communication_attachment")).isEqualTo(1);
    }

    @Test
    void aFileOfADraftIsItsAuthorsAlone() {
        String file = address(onlyFile(keepDraft()));

        assertThat(kit.as(kit.teacher()).get(file).status()).isEqualTo(200);
        assertThat(kit.as(kit.guardian()).get(file).status()).isEqualTo(404);
        assertThat(kit.as(kit.otherCollege().teacher()).get(file).status()).isEqualTo(404);
    }

    @Test
    void nobodyAttachesAFileOfSomebodyElse() {
        String theirs = onlyFile(keepDraft()).getString("attachment");
        Form form =
                Form.of("key", UUID.randomUUID().toString(), "version", "0")
                        .with("subject", "Vol")
                        .with("text", "Vol")
                        .with("to", "person:" + kit.teacher().id())
                        .with("attached", theirs);

        kit.as(kit.guardian()).post("/messages", form);
        kit.clock().advance(Duration.ofSeconds(11));

        assertThat(filesOfLetter(kit.teacher())).isEmpty();
    }

    @Test
    void whatIsUntickedGoesAndWhatIsDeletedTakesItsFileAlong() {
        JsonObject draft = keepDraft();
        String file = address(onlyFile(draft));
        kit.as(kit.teacher()).post("/messages/draft", letter(kit.guardian()).with("version", "2"));
        assertThat(kit.as(kit.teacher()).get(file).status()).isEqualTo(404);
        assertThat(rows("core_file")).isZero();

        kit.as(kit.teacher())
                .post(
                        "/messages/draft",
                        letter(kit.guardian())
                                .with("version", "3")
                                .withFile("files", "photo.png", "image/png", DOT));
        assertThat(rows("core_file")).isEqualTo(1);
        kit.as(kit.teacher()).post("/drafts/" + key + "/delete", Form.empty());
        assertThat(rows("core_file")).isZero();
    }

    @Test
    void sixFilesAreTooManyAndFiveAreKept() {
        Form form = letter(kit.guardian());
        for (int i = 0; i < 6; i++) {
            form.withFile("files", i + ".txt", "text/plain", text("Bonjour " + i));
        }

        KitAnswer answer = kit.as(kit.teacher()).post("/messages", form);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.violations().toString()).contains("5 fichiers");
        assertThat(rows("communication_attachment")).isEqualTo(5);
        assertThat(rows("communication_letter")).isZero();
    }

    @Test
    void aFileThatLiesIsRefusedAndTheOthersAreKept() {
        Form form =
                letter(kit.guardian())
                        .withFile("files", "photo.png", "image/png", text("MZ no picture at all"))
                        .withFile("files", "mot.txt", "text/plain", text("Bonjour"));

        KitAnswer answer = kit.as(kit.teacher()).inBrowser().post("/messages", form);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.html()).contains("photo.png", "mot.txt", "Un mot</textarea>");
        assertThat(rows("communication_attachment")).isEqualTo(1);
        assertThat(rows("communication_letter")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"bombe.zip, application/zip", "devoir.docx, application/octet-stream"})
    void aZipBombIsHandedOnAsItCameAndNeverUnpacked(String name, String declared)
            throws IOException {
        byte[] bomb = bomb();
        assertThat(bomb).hasSizeLessThan(2_000_000);

        send(letter(kit.guardian()).withFile("files", name, declared, bomb));

        JsonObject file = fileOfLetter(kit.guardian());
        KitAnswer read = kit.as(kit.guardian()).get(address(file));
        assertThat(read.bytes()).isEqualTo(bomb);
        assertThat(read.header("Content-Disposition")).startsWith("attachment");
        kit.runJob("draw-previews");
        assertThat(kit.as(kit.guardian()).get(address(file) + "/preview").status()).isEqualTo(404);
    }

    @Test
    void aLargePhotoIsShownSmallUprightAndWithoutItsPlace() throws IOException {
        BufferedImage photo = new BufferedImage(4_000, 3_000, BufferedImage.TYPE_INT_RGB);
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(photo, "jpg", jpeg);
        send(
                letter(kit.guardian())
                        .withFile("files", "classe.jpg", "image/jpeg", jpeg.toByteArray()));

        kit.runJob("draw-previews");

        JsonObject file = fileOfLetter(kit.guardian());
        KitAnswer shown = kit.as(kit.guardian()).get(address(file) + "/preview");
        BufferedImage small = ImageIO.read(new ByteArrayInputStream(shown.bytes()));
        assertThat(small.getWidth()).isEqualTo(1_280);
        assertThat(small.getHeight()).isEqualTo(960);
        assertThat(kit.as(kit.guardian()).get(address(file)).bytes()).isEqualTo(jpeg.toByteArray());
        assertThat(kit.as(kit.guardianOfTwo()).get(address(file) + "/preview").status())
                .isEqualTo(404);
    }

    @Test
    void aGifIsDrawnAnewAsWell() throws IOException {
        ByteArrayOutputStream gif = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(2_000, 100, BufferedImage.TYPE_BYTE_INDEXED), "gif", gif);
        send(
                letter(kit.guardian())
                        .withFile("files", "dessin.gif", "image/gif", gif.toByteArray()));

        kit.runJob("draw-previews");

        String preview = address(fileOfLetter(kit.guardian())) + "/preview";
        KitAnswer shown = kit.as(kit.guardian()).get(preview);
        assertThat(shown.header("Content-Type")).isIn("image/png", "image/jpeg");
        assertThat(ImageIO.read(new ByteArrayInputStream(shown.bytes())).getWidth())
                .isEqualTo(1_280);
    }

    @Test
    void whatGoesWithADraftIsLookedAtBeforeItIsSentAndByItsAuthorAlone() {
        Form form =
                Form.of("key", key, "version", "0", "subject", "", "text", "Voici")
                        .withFile("files", "photo.png", "image/png", DOT);
        kit.as(kit.teacher()).inBrowser().post("/messages", form);

        kit.runJob("draw-previews");

        KitAnswer page = kit.as(kit.teacher()).get("/messages/new?draft=" + key);
        String preview = address(onlyFile(page.json())) + "/preview";
        assertThat(page.html()).contains("avant l’envoi", preview + "\"");
        assertThat(kit.as(kit.teacher()).get(preview).status()).isEqualTo(200);
        assertThat(kit.as(kit.guardian()).get(preview).status()).isEqualTo(404);
    }

    @Test
    void aPictureThatWouldFillTheMemoryIsNeverShown() throws IOException {
        byte[] bomb = hugePng();
        assertThat(bomb).hasSizeLessThan(2_000);
        send(letter(kit.guardian()).withFile("files", "bombe.png", "image/png", bomb));

        kit.runJob("draw-previews");

        String page = kit.as(kit.guardian()).get(Inbox.newest(kit, kit.guardian())).html();
        assertThat(page).contains("bombe.png").doesNotContain("<img");
        assertThat(
                        kit.as(kit.guardian())
                                .get(address(fileOfLetter(kit.guardian())) + "/preview")
                                .status())
                .isEqualTo(404);
    }

    /** A picture of one point that says it has three and a half thousand million. */
    private static byte[] hugePng() {
        byte[] png = DOT.clone();
        ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
        CRC32 sum = new CRC32();
        sum.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) sum.getValue());
        return png;
    }

    /** A gigabyte of nothing in a megabyte. */
    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            byte[] nothing = new byte[1 << 20];
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            for (int megabyte = 0; megabyte < 1_024; megabyte++) {
                zip.write(nothing);
            }
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    @Test
    void aFileOfAReplyIsReadByBoth() {
        send(letter(kit.guardian()));
        kit.as(kit.guardian())
                .post(
                        Inbox.newest(kit, kit.guardian()) + "/replies",
                        Form.of("text", "Voici", "seen", "1", "version", "0")
                                .with("key", UUID.randomUUID().toString())
                                .withFile("files", "mot.txt", "text/plain", text("Signé")));
        kit.clock().advance(Duration.ofSeconds(11));
        kit.runJob("send-later");

        JsonObject reply =
                kit.as(kit.teacher())
                        .get(Inbox.newest(kit, kit.teacher()))
                        .json()
                        .getJsonObject("replies")
                        .getJsonArray("items")
                        .getJsonObject(0);
        String file = address(onlyFile(reply));
        assertThat(kit.as(kit.teacher()).get(file).bytes()).isEqualTo(text("Signé"));
        assertThat(kit.as(kit.guardian()).get(file).status()).isEqualTo(200);
        assertThat(kit.as(kit.guardianOfTwo()).get(file).status()).isEqualTo(404);
    }

    @Test
    void whoGoesToChooseRecipientsKeepsTheFiles() {
        Form form = letter(kit.guardian()).withFile("files", "photo.png", "image/png", DOT);

        JsonObject chooser = kit.as(kit.teacher()).post("/messages/recipients", form).json();

        assertThat(chooser.getJsonObject("draft").getJsonArray("attached")).hasSize(1);
        assertThat(rows("core_file")).isEqualTo(1);
    }

    @Test
    void aFileGoesWithTheLastOfItsReaders() {
        send(letter(kit.guardian()).withFile("files", "photo.png", "image/png", DOT));
        String file = address(fileOfLetter(kit.guardian()));
        assertThat(kit.personalData().export(kit.teacher()).toString()).contains("photo.png");

        kit.personalData().erase(kit.teacher());
        assertThat(kit.as(kit.guardian()).get(file).status()).isEqualTo(200);
        assertThat(kit.as(kit.teacher()).get(file).status()).isEqualTo(404);

        kit.personalData().erase(kit.guardian());
        assertThat(rows("communication_attachment")).isZero();
        assertThat(rows("core_file")).isZero();
    }

    private JsonObject keepDraft() {
        kit.as(kit.teacher())
                .post(
                        "/messages/draft",
                        letter(kit.guardian())
                                .with("version", "0")
                                .withFile("files", "photo.png", "image/png", DOT));
        return kit.as(kit.teacher()).get("/messages/new?draft=" + key).json();
    }

    /** One of the teacher, under the key of this test. */
    private Form letter(KitPerson... to) {
        Form letter = Form.of("key", key, "subject", "Sortie", "text", "Un mot");
        for (KitPerson reader : to) {
            letter.with("to", "person:" + reader.id());
        }
        return letter;
    }

    private void send(Form letter) {
        send(letter, 0);
    }

    private void send(Form letter, int version) {
        KitAnswer sent =
                kit.as(kit.teacher()).post("/messages", letter.with("version", version + ""));
        assertThat(sent.status()).as("%s", sent.json()).isEqualTo(200);
        kit.clock().advance(Duration.ofSeconds(11));
    }

    private JsonObject fileOfLetter(KitPerson reader) {
        List<JsonObject> files = filesOfLetter(reader);
        assertThat(files).hasSize(1);
        return files.get(0);
    }

    private List<JsonObject> filesOfLetter(KitPerson reader) {
        return kit.as(reader)
                .get(Inbox.newest(kit, reader))
                .json()
                .getJsonObject("letter")
                .getJsonArray("files")
                .getValuesAs(JsonObject.class);
    }

    private static JsonObject onlyFile(JsonObject holder) {
        assertThat(holder.getJsonArray("files")).hasSize(1);
        return holder.getJsonArray("files").getJsonObject(0);
    }

    private static String address(JsonObject file) {
        return "/files/" + file.getString("attachment");
    }

    private static byte[] text(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
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
}
