package fr.preau.core.documents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.document.PdfPreview;
import fr.preau.api.document.PdfPreview.Reason;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** First pages of good and of bad documents; the bad ones cost little and harm nobody. */
@Timeout(30)
class PdfPreviewsTest {

    private static final String A4 = "/MediaBox [0 0 595 842]";

    private final PdfPreviews previews = new PdfPreviews(Thread::new, Duration.ofSeconds(2));

    @AfterEach
    void close() {
        previews.close();
    }

    private PdfPreview draw(byte[] pdf) throws IOException {
        return previews.draw(new ByteArrayInputStream(pdf));
    }

    private static BufferedImage picture(PdfPreview preview) throws IOException {
        assertThat(preview.missing()).isEmpty();
        return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(preview.picture())));
    }

    /** Whether something was drawn on the paper. */
    private static boolean isMarked(BufferedImage picture) {
        return IntStream.range(0, picture.getWidth() * picture.getHeight())
                .anyMatch(
                        at ->
                                (picture.getRGB(at % picture.getWidth(), at / picture.getWidth())
                                                & 0xFF)
                                        < 128);
    }

    private interface Change {
        void of(PDDocument document, PDPage page) throws IOException;
    }

    private static byte[] letter(Change change) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            document.addPage(new PDPage(PDRectangle.A4));
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(FontName.HELVETICA_BOLD), 40);
                content.newLineAtOffset(60, 700);
                content.showText("Sortie à la patinoire");
                content.endText();
            }
            change.of(document, page);
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    @Test
    void theFirstPageIsDrawnAndThePagesAreCounted() throws IOException {
        PdfPreview preview = draw(letter((document, page) -> {}));

        assertThat(preview.pages()).isEqualTo(2);
        assertThat(picture(preview).getWidth()).isBetween(590, 600);
        assertThat(picture(preview).getHeight()).isBetween(840, 850);
        assertThat(isMarked(picture(preview))).isTrue();
    }

    @Test
    void aPageThatLiesOnItsSideIsDrawnSo() throws IOException {
        PdfPreview preview = draw(letter((document, page) -> page.setRotation(90)));

        assertThat(picture(preview).getWidth()).isEqualTo(600);
        assertThat(picture(preview).getHeight()).isLessThan(500);
        assertThat(isMarked(picture(preview))).isTrue();
    }

    @Test
    void aLockedDocumentIsSaidToBeLocked() throws IOException {
        byte[] pdf =
                letter(
                        (document, page) ->
                                document.protect(
                                        new StandardProtectionPolicy(
                                                "proviseur", "secret", new AccessPermission())));

        assertThat(draw(pdf).missing()).contains(Reason.LOCKED);
    }

    @Test
    void aDocumentThatAnybodyMayOpenIsDrawnThoughItIsEncrypted() throws IOException {
        byte[] pdf =
                letter(
                        (document, page) ->
                                document.protect(
                                        new StandardProtectionPolicy(
                                                "proviseur", "", new AccessPermission())));

        assertThat(isMarked(picture(draw(pdf)))).isTrue();
    }

    @Test
    void aDocumentLockedForCertificatesIsNotDrawn() throws IOException {
        byte[] pdf =
                HostilePdf.ofPage(A4)
                        .with(
                                "<< /Filter /Adobe.PubSec /SubFilter /adbe.pkcs7.s4 /V 1"
                                        + " /Recipients [<00>] >>")
                        .bytes("/Encrypt 4 0 R /ID [<00> <00>]");

        assertThat(draw(pdf).missing()).isPresent();
    }

    @Test
    void whatIsNoPdfIsSaidToBeBroken() throws IOException {
        byte[] noise = new byte[100_000];
        new Random(7).nextBytes(noise);
        byte[] whole = letter((document, page) -> {});
        for (byte[] broken :
                new byte[][] {
                    new byte[0], noise, "%PDF-1.7".getBytes(ISO_8859_1), Arrays.copyOf(whole, 300)
                }) {
            assertThat(draw(broken).missing()).contains(Reason.BROKEN);
        }
    }

    @Test
    void oneAfterTheOtherNobodyIsTurnedAway() throws IOException {
        for (int i = 0; i < 2_000; i++) {
            assertThat(draw(new byte[0]).missing()).contains(Reason.BROKEN);
        }
    }

    @Test
    void noiseAnywhereInADocumentNeverFails() throws IOException {
        byte[] whole = letter((document, page) -> {});
        Random random = new Random(42);
        for (int time = 0; time < 200; time++) {
            byte[] spoiled = whole.clone();
            for (int each = 0; each < 20; each++) {
                spoiled[random.nextInt(spoiled.length)] = (byte) random.nextInt();
            }
            draw(spoiled); // with a picture or without: but it answers
        }
    }

    @Test
    void programsInADocumentDoNotRun() throws IOException {
        byte[] pdf =
                HostilePdf.ofPage(
                                A4
                                        + " /AA << /O << /S /JavaScript /JS (while(true){}) >> >>"
                                        + " /Contents 4 0 R")
                        .withStream("", "0 0 200 200 re f".getBytes(ISO_8859_1))
                        .bytes("/OpenAction << /S /Launch /F (/bin/sh) >>");

        assertThat(isMarked(picture(draw(pdf)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[0 0 1000000000 1000000000]",
                "[0 0 1000000000 1]",
                "[0 0 1 1000000000]",
                "[0 0 0.0001 0.0001]",
                "[1e38 1e38 -1e38 -1e38]",
                "[0 0 0 0]",
                "[5]",
                "(no box)"
            })
    void aPageOfAnySizeIsAPictureOfOursOrNone(String box) throws IOException {
        PdfPreview preview = draw(HostilePdf.ofPage("/MediaBox " + box).bytes());

        if (preview.missing().isEmpty()) {
            assertThat(picture(preview).getWidth()).isBetween(1, 600);
            assertThat(picture(preview).getHeight()).isBetween(1, 850);
        }
    }

    @Test
    void aPageThatUnpacksToAGigabyteHarmsNobody() throws IOException {
        byte[] bomb = HostilePdf.packed(' ', 1_000_000_000);
        byte[] once =
                HostilePdf.ofPage(A4 + " /Contents 4 0 R")
                        .withStream("/Filter /FlateDecode", bomb)
                        .bytes();
        byte[] twice =
                HostilePdf.ofPage(A4 + " /Contents 4 0 R")
                        .withStream("/Filter [/FlateDecode /FlateDecode]", HostilePdf.packed(bomb))
                        .bytes();

        draw(once); // with a picture or without: but it answers, in the memory that tests have
        draw(twice);
    }

    @Test
    void aPictureOfTooManyPointsIsNotUnpacked() throws IOException {
        byte[] pdf =
                HostilePdf.ofPage(
                                A4
                                        + " /Contents 4 0 R /Resources << /XObject << /X 5 0 R >>"
                                        + " >>")
                        .withStream("", "500 0 0 500 0 0 cm /X Do".getBytes(ISO_8859_1))
                        .withStream(
                                "/Subtype /Image /Width 60000 /Height 60000 /ColorSpace"
                                        + " /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode",
                                HostilePdf.packed('x', 100_000_000))
                        .bytes();

        assertThat(draw(pdf).missing()).contains(Reason.TOO_LARGE);
    }

    @Test
    void whatDrawsItselfAgainAndAgainComesToAnEnd() throws IOException {
        byte[] pdf =
                HostilePdf.ofPage(A4 + " /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >>")
                        .withStream("", "/X Do 0 0 200 200 re f".getBytes(ISO_8859_1))
                        .withStream(
                                "/Subtype /Form /BBox [0 0 500 500]"
                                        + " /Resources << /XObject << /X 5 0 R >> >>",
                                "/X Do /X Do /X Do".getBytes(ISO_8859_1))
                        .bytes();

        draw(pdf); // with a picture or without: but it answers
    }

    @Test
    void endlessDrawingIsGivenUpInTime() throws IOException {
        byte[] pdf =
                HostilePdf.ofPage(A4 + " /Contents 4 0 R")
                        .withStream(
                                "/Filter /FlateDecode",
                                HostilePdf.packed(
                                        "0 0 m 600 800 l 300 1 l h f\n"
                                                .repeat(1_000_000)
                                                .getBytes(ISO_8859_1)))
                        .bytes();

        assertThat(draw(pdf).missing()).contains(Reason.TOO_LARGE);
    }

    @Test
    void whatIsNestedWithoutEndIsNotFollowedWithoutEnd() throws IOException {
        HostilePdf deep = new HostilePdf().with("<< /Type /Catalog /Pages 2 0 R >>");
        for (int at = 2; at < 20_000; at++) {
            deep.with("<< /Type /Pages /Kids [" + (at + 1) + " 0 R] /Count 1 >>");
        }
        byte[] circle =
                new HostilePdf()
                        .with("<< /Type /Catalog /Pages 2 0 R >>")
                        .with("<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1 >>")
                        .bytes();

        assertThat(draw(circle).missing()).contains(Reason.BROKEN);
        draw(deep.bytes()); // with a picture or without: but they answer
        draw(HostilePdf.ofPage("/MediaBox " + "[".repeat(500_000)).bytes());
        draw(HostilePdf.ofPage("/Resources " + "<< /X ".repeat(500_000)).bytes());
    }

    @Test
    void whenAllPlacesAreTakenNoneIsDrawn() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        PdfPreviews stuck =
                new PdfPreviews(work -> new Thread(() -> held(end)), Duration.ofMillis(10));
        byte[] pdf = letter((document, page) -> {});
        try {
            assertThat(stuck.draw(new ByteArrayInputStream(pdf)).missing())
                    .contains(Reason.TOO_LARGE);
            assertThat(stuck.draw(new ByteArrayInputStream(pdf)).missing())
                    .contains(Reason.TOO_LARGE);
            assertThat(stuck.draw(new ByteArrayInputStream(pdf)).missing()).contains(Reason.BUSY);
        } finally {
            end.countDown();
            stuck.close();
        }
    }

    private static void held(CountDownLatch end) {
        while (end.getCount() > 0) {
            try {
                end.await();
            } catch (InterruptedException e) {
                // It is the one that can't be stopped.
            }
        }
    }
}
