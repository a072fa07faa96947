package fr.preau.core.files;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.api.files.Upload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of one request: what is taken, and that nothing of it is left. */
class FileSpoolTest {

    private static final FileLimits SMALL = new FileLimits(100_000, 300_000, 2);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private long temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 65_535, 65_536, 65_537, 100_000})
    void aFileIsReadAsOftenAsItIsAskedFor(int size) throws Exception {
        byte[] photo = Bytes.photo(size);
        try (FileSpool spool = new FileSpool(folder, SMALL)) {
            Upload upload = requireNonNull(take(spool, "photo.jpg", photo).upload());

            assertThat(upload.size()).isEqualTo(size);
            assertThat(upload.contentType()).isEqualTo("image/jpeg");
            assertThat(upload.isPicture()).isTrue();
            try (InputStream one = upload.open();
                    InputStream other = upload.open()) {
                assertThat(one.readNBytes(20)).isEqualTo(Arrays.copyOf(photo, 20));
                assertThat(other.readAllBytes()).isEqualTo(photo);
                assertThat(one.readAllBytes()).isEqualTo(Arrays.copyOfRange(photo, 20, size));
                assertThat(one.read()).isEqualTo(-1);
            }
        }
    }

    @Test
    void nothingIsLeftOnceTheRequestIsAnswered() throws Exception {
        Upload upload;
        InputStream open;
        try (FileSpool spool = new FileSpool(folder, SMALL)) {
            upload = requireNonNull(take(spool, "photo.jpg", Bytes.photo(90_000)).upload());
            open = upload.open();
            assertThat(open.read()).isEqualTo(0xFF);
        }
        assertThat(temporaryFiles()).isZero();
        assertThatThrownBy(upload::open).isInstanceOf(IOException.class);
        assertThatThrownBy(open::read).isInstanceOf(IOException.class);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aTemporaryFileHasNoNameEvenWhileItIsRead() throws Exception {
        try (FileSpool spool = new FileSpool(folder, SMALL)) {
            Upload upload = requireNonNull(take(spool, "photo.jpg", Bytes.photo(90_000)).upload());

            assertThat(temporaryFiles()).as("a killed server would leave it behind").isZero();
            try (InputStream content = upload.open()) {
                assertThat(content.readAllBytes()).isEqualTo(Bytes.photo(90_000));
            }
        }
    }

    @Test
    void aSenderWhoGoesAwayLeavesNothing() throws Exception {
        InputStream cut =
                new SequenceInputStream(
                        new ByteArrayInputStream(Bytes.photo(80_000)), new Broken());
        try (FileSpool spool = new FileSpool(folder, SMALL)) {
            assertThatThrownBy(() -> spool.take("photo.jpg", null, cut))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the client has gone");
        }
        assertThat(temporaryFiles()).isZero();
    }

    private static final class Broken extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("the client has gone");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100_001, 5_000_000})
    void aFileThatIsTooLargeIsReadToItsEndAndRefused(int size) throws Exception {
        InputStream content = new ByteArrayInputStream(Bytes.photo(size));
        try (FileSpool spool = new FileSpool(folder, new FileLimits(100_000, 300_000, 2))) {
            SentFile sent = spool.take("photo.jpg", null, content);

            assertThat(sent.upload()).isNull();
            assertThat(sent.mistake())
                    .isEqualTo(
                            "«\u00A0photo.jpg\u00A0» est trop lourd\u00A0: un fichier ne peut pas dépasser 1 Mo.");
            assertThat(content.read()).as("what follows in the form is read too").isEqualTo(-1);
        }
        assertThat(temporaryFiles()).isZero();
    }

    @Test
    void aSmallFileMayBeTooLargeAsWell() throws Exception {
        try (FileSpool spool = new FileSpool(folder, new FileLimits(10, 100, 1))) {
            assertThat(take(spool, "photo.jpg", Bytes.JPEG).mistake()).contains("trop lourd");
        }
    }

    @Test
    void anEmptyFileALyingOneAndOneTooManyAreRefusedInWords() throws Exception {
        try (FileSpool spool = new FileSpool(folder, SMALL)) {
            assertThat(take(spool, "../vide.png", new byte[0]).mistake())
                    .isEqualTo("«\u00A0vide.png\u00A0» est vide.");
            assertThat(take(spool, "photo.png", Bytes.HTML).mistake())
                    .isEqualTo(
                            "Le contenu de «\u00A0photo.png\u00A0» ne correspond pas à son nom.");
            assertThat(take(spool, "troisième.png", Bytes.PNG).mistake())
                    .isEqualTo(
                            "Un envoi ne peut pas contenir plus de 2 fichiers\u00A0:"
                                    + " «\u00A0troisième.png\u00A0» est de trop.");
        }
    }

    @Test
    void whatNobodyIsThereForIsReadAndForgotten() throws Exception {
        InputStream content = new ByteArrayInputStream(Bytes.photo(90_000));

        SentFile sent = FileSpool.passOver("a/photo.jpg", content);

        assertThat(sent).isEqualTo(new SentFile("photo.jpg", null, null));
        assertThat(content.read()).isEqualTo(-1);
    }

    private static SentFile take(FileSpool spool, String name, byte[] content) throws IOException {
        return spool.take(name, null, new ByteArrayInputStream(content));
    }
}
