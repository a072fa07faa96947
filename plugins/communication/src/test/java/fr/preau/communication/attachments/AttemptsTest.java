package fr.preau.communication.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.api.document.Document;
import fr.preau.api.document.Documents;
import fr.preau.api.document.PdfPreview;
import fr.preau.api.files.FileId;
import fr.preau.api.files.StoredFile;
import fr.preau.api.job.JobRun;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Uai;
import fr.preau.communication.school.Database;
import fr.preau.communication.school.NoFiles;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A first page whose drawing never comes to an end is not tried for ever. */
class AttemptsTest {

    private static final Database DATABASE = Database.get();

    private final UUID file = UUID.randomUUID();
    private final Drawer drawer = new Drawer();
    private final Run run = new Run();

    @BeforeEach
    void aPdf() {
        inWork(
                () -> {
                    DATABASE.proxy()
                            .createNativeQuery("DELETE FROM communication_attachment")
                            .executeUpdate();
                    DATABASE.proxy()
                            .persist(
                                    new Attachment(
                                            new PersonId(UUID.randomUUID()),
                                            Holder.LETTER,
                                            UUID.randomUUID(),
                                            new StoredFile(
                                                    new FileId(file),
                                                    "note.pdf",
                                                    "application/pdf",
                                                    9,
                                                    "",
                                                    Instant.EPOCH)));
                    return true;
                });
    }

    @AfterEach
    void nothingStays() {
        inWork(
                () ->
                        DATABASE.proxy()
                                .createNativeQuery("DELETE FROM communication_attachment")
                                .executeUpdate());
    }

    @Test
    void whatStopsTheNodeEachTimeIsGivenUpAfterThreeTimes() {
        for (int node = 0; node < 10; node++) {
            Previews previews = previews();
            look(previews);
            drawer.next(new OutOfMemoryError("as if the node were killed"));
            if (state() == PreviewState.WAITING) {
                assertThatThrownBy(() -> look(previews)).isInstanceOf(OutOfMemoryError.class);
            }
        }

        assertThat(drawer.attempts).isEqualTo(3);
        assertThat(state()).isEqualTo(PreviewState.BROKEN);
    }

    @Test
    void theSameNodeGivesItUpToo() {
        Previews previews = previews();
        for (int minute = 0; minute < 10; minute++) {
            drawer.next(new IllegalStateException("a page could not be drawn"));
            try {
                look(previews);
            } catch (IllegalStateException e) {
                assertThat(state()).isEqualTo(PreviewState.WAITING);
            }
        }

        assertThat(drawer.attempts).isEqualTo(3);
        assertThat(state()).isEqualTo(PreviewState.BROKEN);
    }

    @Test
    void anAttemptIsCountedBeforeItIsMade() {
        look(previews());

        assertThat(drawer.attempts).isZero();
        assertThat(tries()).isEqualTo(1);
        assertThat(run.more).isEqualTo(1);
    }

    @Test
    void whoFindsNoPlaceHasNotTried() {
        Previews previews = previews();
        look(previews);
        for (int minute = 0; minute < 10; minute++) {
            drawer.next(PdfPreview.none(PdfPreview.Reason.BUSY));
            look(previews);
        }
        assertThat(tries()).isEqualTo(1);

        drawer.next(PdfPreview.none(PdfPreview.Reason.LOCKED));
        look(previews);

        assertThat(state()).isEqualTo(PreviewState.LOCKED);
    }

    @Test
    void oneThatFellOnceIsDrawnTheNextTime() {
        look(previews()); // and this node fell
        Previews other = previews();
        look(other);
        drawer.next(PdfPreview.none(PdfPreview.Reason.TOO_LARGE));
        look(other);

        assertThat(state()).isEqualTo(PreviewState.TOO_LARGE);
        assertThat(drawer.attempts).isEqualTo(1);
    }

    private Previews previews() {
        return new Previews(DATABASE.proxy(), new NoFiles(), drawer);
    }

    private void look(Previews previews) {
        inWork(
                () -> {
                    try {
                        previews.job().work().run(run);
                    } catch (RuntimeException e) {
                        throw e;
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                    return true;
                });
    }

    private static <T> T inWork(Supplier<T> work) {
        return DATABASE.inUnitOfWork(true, work);
    }

    private PreviewState state() {
        return PreviewState.valueOf(column("preview"));
    }

    private int tries() {
        return Integer.parseInt(column("preview_tries"));
    }

    private String column(String name) {
        return DATABASE.inUnitOfWork(
                false,
                () ->
                        DATABASE.ask(
                                "SELECT %s FROM communication_attachment WHERE id = '%s'"
                                        .formatted(name, file),
                                1));
    }

    /** Draws what a test says, or falls. */
    private static final class Drawer implements Documents {

        private final Queue<Object> next = new ArrayDeque<>();
        private int attempts;

        void next(Object outcome) {
            next.clear();
            next.add(outcome);
        }

        @Override
        public byte[] pdf(Document document) {
            throw new UnsupportedOperationException();
        }

        @Override
        public PdfPreview preview(InputStream pdf) {
            Object outcome = next.remove();
            if (outcome instanceof PdfPreview preview) {
                attempts +=
                        preview.missing().filter(PdfPreview.Reason.BUSY::equals).isPresent()
                                ? 0
                                : 1;
                return preview;
            }
            attempts++;
            if (outcome instanceof RuntimeException failure) {
                throw failure;
            }
            throw (Error) outcome;
        }
    }

    /** A run of the job, which counts how often it asked for another. */
    private static final class Run implements JobRun {

        private int more;

        @Override
        public Uai college() {
            return new Uai("0921244C");
        }

        @Override
        public Instant due() {
            return Instant.EPOCH;
        }

        @Override
        public void moreToDo() {
            more++;
        }
    }
}
