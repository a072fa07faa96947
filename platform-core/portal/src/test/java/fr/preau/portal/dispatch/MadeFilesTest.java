package fr.preau.portal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.api.files.Download;
import fr.preau.core.files.OutgoingFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A large file is written to the disk, sent once, and leaves nothing behind. */
class MadeFilesTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private MadeFiles made;

    @BeforeEach
    void anEmptyFolder() {
        made = new MadeFiles(folder, UUID::randomUUID, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private Download.Kept make(byte[] content) {
        return (Download.Kept) made.zip("archive.zip", out -> out.write(content));
    }

    private long left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    private static byte[] sent(OutgoingFile file) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Optional<byte[]> piece = file.pieces().piece(0);
        for (int number = 1; piece.isPresent(); number++) {
            all.writeBytes(piece.get());
            piece = all.size() < file.size() ? file.pieces().piece(number) : Optional.empty();
        }
        return all.toByteArray();
    }

    @Test
    void whatWasMadeIsSentWholeAndIsGoneWithItsLastPiece() throws IOException {
        byte[] content = new byte[600_000];
        Arrays.fill(content, (byte) 7);

        OutgoingFile file = made.take(make(content)).orElseThrow();

        assertThat(file.size()).isEqualTo(600_000);
        assertThat(file.contentType()).isEqualTo("application/zip");
        assertThat(left()).isEqualTo(1);
        assertThat(sent(file)).isEqualTo(content);
        assertThat(left()).isZero();
    }

    @Test
    void itIsHandedOutOnce() {
        Download.Kept download = make(new byte[] {1});

        assertThat(made.take(download)).isPresent();
        assertThat(made.take(download)).isEmpty();
    }

    @Test
    void whatCouldNotBeWrittenLeavesNothing() throws IOException {
        assertThatThrownBy(
                        () ->
                                made.zip(
                                        "archive.zip",
                                        out -> {
                                            throw new IOException("the disk is full");
                                        }))
                .isInstanceOf(UncheckedIOException.class);

        assertThat(left()).isZero();
    }

    @Test
    void whatNobodyFetchedIsForgottenAfterAnHour() throws IOException {
        Path old = Files.createFile(folder.resolve("made-old.part"));
        Files.setLastModifiedTime(old, FileTime.from(NOW.minusSeconds(3_601)));

        make(new byte[] {1});

        assertThat(old).doesNotExist();
        assertThat(left()).isEqualTo(1);
    }
}
