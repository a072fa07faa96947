package fr.preau.communication.attachments;

import fr.preau.api.document.Documents;
import fr.preau.api.document.PdfPreview;
import fr.preau.api.document.PdfPreview.Reason;
import fr.preau.api.files.FileId;
import fr.preau.api.files.FileStore;
import fr.preau.api.job.Job;
import fr.preau.api.job.JobRun;
import fr.preau.communication.pictures.PictureForPages;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Draws the first pages of the PDFs that came, and the pictures smaller than they came, one a run:
 * a row is held only once its picture is there, so that whoever sends it meanwhile never waits for
 * the drawing.
 *
 * <p>A document may stop the node that draws it. So each attempt is counted by a run of its own,
 * whose commit comes before the drawing; after {@value Attachment#MOST_TRIES} there is no other.
 */
public final class Previews {

    private final EntityManager entities;
    private final FileStore files;
    private final Documents documents;

    /** Those whose attempt this node has counted and not yet made; a node that falls forgets it. */
    private final Set<UUID> counted = ConcurrentHashMap.newKeySet();

    public Previews(EntityManager entities, FileStore files, Documents documents) {
        this.entities = entities;
        this.files = files;
        this.documents = documents;
    }

    public Job job() {
        return Job.every("draw-previews", Duration.ofMinutes(1), this::drawNext);
    }

    private void drawNext(JobRun run) {
        entities.createNamedQuery("Attachment.toPreview", UUID.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .ifPresent(waiting -> goOn(waiting, run));
    }

    private void goOn(UUID waiting, JobRun run) {
        if (!counted.remove(waiting)) {
            count(waiting);
            run.moreToDo();
        } else if (draw(waiting)) {
            run.moreToDo();
        } else {
            counted.add(waiting); // nothing was begun: that was no attempt
        }
    }

    private void count(UUID waiting) {
        Attachment attachment =
                entities.find(Attachment.class, waiting, LockModeType.PESSIMISTIC_WRITE);
        if (attachment != null && attachment.triesPreview()) {
            counted.add(waiting);
        }
    }

    /** Whether it is done; otherwise it is tried again in the next run. */
    private boolean draw(UUID waiting) {
        Attachment seen = entities.find(Attachment.class, waiting);
        if (seen != null && seen.isDrawable()) {
            drawPicture(waiting);
            return true;
        }
        PdfPreview preview = look(waiting);
        if (preview.missing().filter(Reason.BUSY::equals).isPresent()) {
            return false;
        }
        Attachment attachment =
                entities.find(Attachment.class, waiting, LockModeType.PESSIMISTIC_WRITE);
        if (attachment != null) {
            preview.missing()
                    .ifPresentOrElse(
                            reason -> attachment.hasNoPreview(state(reason)),
                            () -> attachment.hasPreview(keep(preview), preview.pages()));
        }
        return true;
    }

    private void drawPicture(UUID waiting) {
        Optional<PictureForPages> drawn = read(waiting, PictureForPages::of);
        Attachment attachment =
                entities.find(Attachment.class, waiting, LockModeType.PESSIMISTIC_WRITE);
        if (attachment != null) {
            drawn.ifPresentOrElse(
                    picture -> attachment.hasPreview(keep(picture.name(), picture.content()), 1),
                    () -> attachment.hasNoPreview(PreviewState.BROKEN));
        }
    }

    private PdfPreview look(UUID waiting) {
        return read(waiting, documents::preview);
    }

    /** Reads a file to its end. */
    private interface Reading<T> {
        T of(InputStream content) throws IOException;
    }

    private <T> T read(UUID file, Reading<T> reading) {
        try (InputStream content =
                files.open(new FileId(file)).orElseGet(InputStream::nullInputStream)) {
            return reading.of(content);
        } catch (IOException e) {
            throw new UncheckedIOException("a file that is kept could not be read", e);
        }
    }

    private FileId keep(PdfPreview preview) {
        return keep("page-1.png", preview.picture());
    }

    private FileId keep(String name, byte[] picture) {
        try {
            return files.keep(name, new ByteArrayInputStream(picture)).id();
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory could not be read", e);
        }
    }

    private static PreviewState state(Reason reason) {
        return switch (reason) {
            case LOCKED -> PreviewState.LOCKED;
            case TOO_LARGE -> PreviewState.TOO_LARGE;
            case BROKEN, BUSY -> PreviewState.BROKEN;
        };
    }
}
