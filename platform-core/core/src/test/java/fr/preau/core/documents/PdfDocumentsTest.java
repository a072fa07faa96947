package fr.preau.core.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.api.document.Document;
import fr.preau.api.document.Document.Paper;
import fr.preau.api.document.DocumentPart;
import fr.preau.api.document.DocumentPart.Fact;
import fr.preau.api.document.DocumentPart.Facts;
import fr.preau.api.document.DocumentPart.Heading;
import fr.preau.api.document.DocumentPart.NewPage;
import fr.preau.api.document.DocumentPart.Note;
import fr.preau.api.document.DocumentPart.Notice;
import fr.preau.api.document.DocumentPart.Rows;
import fr.preau.api.document.DocumentPart.Text;
import fr.preau.api.page.Column;
import fr.preau.api.route.Refusal;
import fr.preau.api.school.College;
import fr.preau.api.school.Uai;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents as they come out, read back as another program reads them. */
class PdfDocumentsTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-30T09:15:00Z"), ZoneOffset.UTC);

    private static final College COLLEGE =
            new College(
                    new Uai("0921244C"), "sevres", "Collège d’Essai & Cie", "Sèvres", "#1f5f8b");

    private final PdfDocuments documents = new PdfDocuments(() -> COLLEGE, CLOCK, Thread::new);

    private DrawnPdf drawn(DocumentPart... parts) {
        return new DrawnPdf(documents.pdf(new Document("Preuve de votre réponse", List.of(parts))));
    }

    private static Rows answers(int count) {
        return new Rows(
                "Réponses de la 5e A",
                List.of(Column.words("Élève"), Column.words("Réponse"), Column.figures("Total")),
                IntStream.range(0, count)
                        .mapToObj(at -> List.of("Élève numéro " + at, "Oui", at + ",50 €"))
                        .toList());
    }

    @Test
    void aDocumentSaysAllThatStandsInIt() {
        DrawnPdf pdf =
                drawn(
                        new Notice("Le sceau est intact."),
                        new Facts(
                                List.of(
                                        new Fact("Élève", "Zoé D’Hérouville"),
                                        new Fact("Sceau", "0f".repeat(32), true))),
                        new Heading("Le texte"),
                        Text.of("Madame, Monsieur,\n\nLa sortie est mardi.\nPrévoir des gants."),
                        answers(2),
                        new Note("Petite précision."));

        assertThat(pdf.text())
                .contains(
                        "Preuve de votre réponse",
                        "Le sceau est intact.",
                        "Élève Zoé D’Hérouville",
                        "Sceau " + "0f".repeat(32),
                        "Le texte",
                        "Madame, Monsieur,",
                        "La sortie est mardi.\nPrévoir des gants.",
                        "Réponses de la 5e A",
                        "Élève numéro 1 Oui 1,50 €",
                        "Petite précision.");
    }

    @Test
    void eachPageSaysWhoseItIsWhenItWasMadeAndWhichOneItIs() {
        DrawnPdf pdf =
                drawn(
                        Text.of("Un"),
                        new NewPage(),
                        Text.of("Deux"),
                        new NewPage(),
                        Text.of("Trois"));

        assertThat(pdf.pages()).isEqualTo(3);
        for (int page = 1; page <= 3; page++) {
            assertThat(pdf.page(page))
                    .contains(
                            "Collège d’Essai & Cie",
                            "Édité par Préau le 30 novembre 2026 à 10:15",
                            "page " + page + " sur 3");
        }
        assertThat(pdf.page(2)).contains("Deux").doesNotContain("Un", "Trois");
    }

    @Test
    void itIsReadAloudInFrenchUnderItsTitle() {
        DrawnPdf pdf = drawn(new Heading("Un"), Text.of("Deux"), answers(1));

        String language = pdf.read(it -> it.getDocumentCatalog().getLanguage());
        String title = pdf.read(it -> it.getDocumentInformation().getTitle());
        boolean titleIsShown =
                pdf.read(it -> it.getDocumentCatalog().getViewerPreferences().displayDocTitle());

        assertThat(language).isEqualTo("fr");
        assertThat(title).isEqualTo("Preuve de votre réponse");
        assertThat(titleIsShown).isTrue();
        assertThat(pdf.structure())
                .contains("H1", "H2", "P", "Table", "THead", "TR", "TH", "TBody", "TD");
    }

    @Test
    void theColumnsAreNamedOnEachPage() {
        DrawnPdf pdf = drawn(answers(90));

        assertThat(pdf.pages()).isGreaterThan(1);
        for (int page = 1; page <= pdf.pages(); page++) {
            assertThat(pdf.page(page)).contains("Élève Réponse Total");
        }
        assertThat(pdf.text()).contains("Élève numéro 0 ", "Élève numéro 89 ");
    }

    @Test
    void aWideTableLiesOnItsSide() {
        byte[] bytes = documents.pdf(new Document("Plan", Paper.SIDEWAYS, List.of(answers(3))));
        PDRectangle page = new DrawnPdf(bytes).read(pdf -> pdf.getPage(0).getMediaBox());

        assertThat(page.getWidth()).isCloseTo(PDRectangle.A4.getHeight(), within());
        assertThat(page.getHeight()).isCloseTo(PDRectangle.A4.getWidth(), within());
    }

    private static org.assertj.core.data.Offset<Float> within() {
        return org.assertj.core.data.Offset.offset(1f);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Œdipe Ÿvonne D’Àçé Ñuñez",
                "Łukasz Żółkiewski Ščepánková",
                "Nguyễn Thị Ánh Tuyết Đặng",
                "İbrahim Çağlayan Şükrü",
                "Ìyábọ̀dé Ọlátúnjí",
                "Γιώργος Παπαδόπουλος",
                "Володимир Щербина",
                "Անահիտ",
                "გიორგი",
                "ⵣⵉⵔⵉ"
            })
    void namesOfManyScriptsArePrinted(String name) {
        DrawnPdf pdf = drawn(new Facts(List.of(new Fact("Élève", name))));

        assertThat(pdf.text())
                .contains(
                        "Élève "
                                + java.text.Normalizer.normalize(
                                        name, java.text.Normalizer.Form.NFKC))
                .doesNotContain(PrintableText.UNKNOWN);
    }

    @Test
    void aLetterWithItsAccentApartIsTheSameLetter() {
        assertThat(drawn(Text.of("Zoe\u0301")).text()).contains("Zoé");
    }

    @Test
    void arabicIsWrittenFromRightToLeftAmidFrench() {
        assertThat(drawn(Text.of("Bonjour محمد بن علي, merci")).text())
                .contains("Bonjour محمد بن علي, merci")
                .doesNotContain(PrintableText.UNKNOWN);
    }

    @Test
    void aSignThatTheFontLacksIsNeverLostSilently() {
        String text = drawn(new Fact("Élève", "Léa 🦄🇫🇷👩\u200D👧 李"), Text.of("fin")).text();

        assertThat(text)
                .contains("Élève Léa ▯▯▯▯▯ ▯")
                .contains("▯ remplace un signe que la police de ce document ne contient pas")
                .contains("U+674E", "U+1F984");
    }

    private DrawnPdf drawn(Fact fact, DocumentPart more) {
        return drawn(new Facts(List.of(fact)), more);
    }

    @Test
    void signsThatNobodySeesAreLeftOut() {
        assertThat(drawn(Text.of("a\u0000b\u0007c\u202Ed\uFEFFe\u001F")).text())
                .contains("abcde")
                .doesNotContain(PrintableText.UNKNOWN);
        assertThat(drawn(Text.of("seul \uD83D, moitié")).text()).contains("seul ▯, moitié");
    }

    @Test
    void whatPeopleTypedStaysText() {
        String typed =
                "<b>gras</b> &amp; &xxe; <img src=\"file:///etc/passwd\"> ]]> <!-- -->"
                        + " <style>@import url(http://localhost/x)</style>";
        DrawnPdf pdf = drawn(Text.of(typed), new Heading(typed), new Notice(typed));

        assertThat(pdf.text().replaceAll("\\s+", " ")).contains(typed);
        assertThat(pdf.pictures()).isZero();
        int links = pdf.read(it -> it.getPage(0).getAnnotations().size());
        assertThat(links).isZero();
    }

    @Test
    void aTextIsPrintedAsItIsReadWithWhereItsLinksLead() {
        DrawnPdf pdf =
                drawn(
                        Text.of(
                                "Prenez **des gants** et *un bonnet* :\n\n- chauds\n- secs\n\n3. trois\n"
                                        + "4. quatre\n\n> dit la mairie\n\n"
                                        + "[le plan](https://mairie.example/plan) ou https://mairie.example"));

        assertThat(pdf.text())
                .contains(
                        "Prenez des gants et un bonnet",
                        "chauds",
                        "trois",
                        "dit la mairie",
                        "le plan (https://mairie.example/plan) ou https://mairie.example")
                .doesNotContain("**");
        assertThat(pdf.structure()).contains("L", "LI", "Lbl", "LBody");
        int links = pdf.read(it -> it.getPage(0).getAnnotations().size());
        assertThat(links).isZero();
    }

    @Test
    void oneWordWithoutEndIsBrokenAndNotCutOff() {
        String word = "x".repeat(400);
        DrawnPdf pdf =
                drawn(
                        Text.of(word),
                        new Rows(
                                "Mots",
                                List.of(Column.words("Mot"), Column.words("Suite")),
                                List.of(List.of(word, "court"))));

        assertThat(pdf.text().chars().filter(each -> each == 'x').count()).isEqualTo(800);
    }

    @Test
    void emptyCellsAndValuesAreEmpty() {
        DrawnPdf pdf =
                drawn(
                        new Facts(List.of(new Fact("Salle", ""), new Fact("", "12"))),
                        new Heading(""),
                        new Notice(""),
                        new Note("\n\n"),
                        new Rows(
                                "",
                                List.of(Column.words(""), Column.figures("Total")),
                                List.of(List.of("", ""), List.of("محمد", "\u0000"))));

        assertThat(pdf.text()).contains("Salle", "12", "Total", "محمد");
    }

    @Test
    void anEmptyDocumentIsAPageWithItsTitle() {
        DrawnPdf pdf = drawn(Text.of(""), answers(0), new Facts(List.of()));

        assertThat(pdf.pages()).isEqualTo(1);
        assertThat(pdf.text()).contains("Preuve de votre réponse");
    }

    @Test
    void aDocumentThatIsTooLongIsRefusedBeforeItIsBegun() {
        for (DocumentPart part :
                List.of(
                        Text.of("a\n".repeat(40_000)),
                        Text.of("mot ".repeat(600_000)),
                        answers(40_000))) {
            assertThatThrownBy(() -> drawn(part))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> {
                                assertThat(refusal.status()).isEqualTo(413);
                                assertThat(refusal.detail()).contains("500 au plus");
                            });
        }
    }

    @Test
    void whoFindsNoTurnIsToldToTryAgain() throws Exception {
        CountDownLatch drawing = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        PdfDocuments one =
                new PdfDocuments(
                        () -> COLLEGE,
                        new HeldClock(drawing, asked),
                        Thread::new,
                        limits(Duration.ofMillis(10), Duration.ofSeconds(30)));
        Document document = new Document("Plan", List.of());
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<byte[]> first = other.submit(() -> one.pdf(document));
            drawing.await();

            assertThatThrownBy(() -> one.pdf(document))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(429));
            asked.countDown();
            assertThat(new DrawnPdf(first.get()).text()).contains("Plan");
            assertThat(new DrawnPdf(one.pdf(document)).text()).contains("Plan");
        } finally {
            asked.countDown();
            other.shutdownNow();
        }
    }

    private static DrawingLimits limits(Duration patience, Duration drawing) {
        return new DrawingLimits(500, 1, patience, drawing, Duration.ofSeconds(5));
    }

    @Test
    void aDrawingWhoseCallerHasGoneStopsAndGivesItsTurnBack() throws Exception {
        documents.pdf(new Document("Pour les classes", List.of(answers(3))));
        CountDownLatch drawing = new CountDownLatch(1);
        PdfDocuments one =
                new PdfDocuments(
                        () -> COLLEGE,
                        new HeldClock(drawing, new CountDownLatch(0)),
                        Thread::new,
                        limits(Duration.ofMinutes(1), Duration.ofMinutes(1)));
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<byte[]> given =
                    other.submit(() -> one.pdf(new Document("Long", List.of(answers(6_000)))));
            drawing.await();
            given.cancel(true); // as when a call of a module takes too long

            assertThat(new DrawnPdf(one.pdf(new Document("Plan", List.of()))).text())
                    .contains("Plan");
        } finally {
            other.shutdownNow();
            one.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 300, 1300})
    void aDrawingStopsWhereverItIsWhenItsTimeIsOver(int looks) {
        AtomicInteger looked = new AtomicInteger();
        Deadline deadline =
                new Deadline(
                        Duration.ofSeconds(1),
                        () -> looked.incrementAndGet() > looks ? Long.MAX_VALUE / 2 : 0);

        assertThatThrownBy(() -> drawOf(90, deadline)).isInstanceOf(TooMuch.class);

        assertThat(looked).hasValueLessThan(looks + 3);
    }

    @Test
    void aDrawingStopsWhenItsThreadIsTold() {
        Deadline deadline = new Deadline(Duration.ofHours(1), System::nanoTime);
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> drawOf(90, deadline)).isInstanceOf(TooMuch.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private static byte[] drawOf(int rows, Deadline deadline) {
        DocumentFonts fonts = DocumentFonts.ours();
        return new PdfDrawing(fonts, deadline)
                .draw(
                        DocumentTree.of(
                                new Document("Réponses", List.of(answers(rows))),
                                fonts,
                                "Collège",
                                "aujourd’hui"));
    }

    @Test
    void aDrawingThatTakesTooLongIsRefusedAndGivesItsTurnBack() {
        PdfDocuments one =
                new PdfDocuments(
                        () -> COLLEGE,
                        CLOCK,
                        Thread::new,
                        limits(Duration.ofMinutes(1), Duration.ofMillis(200)));
        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(() -> one.pdf(new Document("Long", List.of(answers(6_000)))))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> {
                                assertThat(refusal.status()).isEqualTo(413);
                                assertThat(refusal.detail()).contains("trop de temps");
                            });
        }
        one.close();
    }

    /** Holds who asks for the time, in the midst of drawing, until the test goes on. */
    private static final class HeldClock extends Clock {

        private final CountDownLatch asked;
        private final CountDownLatch until;

        HeldClock(CountDownLatch asked, CountDownLatch until) {
            this.asked = asked;
            this.until = until;
        }

        @Override
        public Instant instant() {
            asked.countDown();
            try {
                until.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return CLOCK.instant();
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
