package fr.preau.portal.dispatch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.api.files.Upload;
import fr.preau.api.route.Refusal;
import fr.preau.core.files.FileLimits;
import fr.preau.core.files.FileSpool;
import fr.preau.core.files.SentFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a form with files is read, whatever its sender made of it. */
class MultipartFormTest {

    private static final byte[] PHOTO =
            HexFormat.of().parseHex("ffd8ffe000104a46494600010100000100010000ffdb0043000302");

    private static final FileLimits LIMITS = new FileLimits(200_000, 2_000_000, 3);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    @AfterEach
    void noTemporaryFileIsLeft() throws IOException {
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    private Map<String, List<SentFile>> read(FileSpool spool, InputStream body) throws IOException {
        return read(spool, AMultipartForm.contentType(), body);
    }

    private Map<String, List<SentFile>> read(FileSpool spool, String contentType, InputStream body)
            throws IOException {
        return new MultipartForm(
                        (name, value) ->
                                values.computeIfAbsent(name, key -> new ArrayList<>()).add(value),
                        spool::take)
                .read(contentType, new LimitedBody(body, LIMITS.requestBytes()));
    }

    private Map<String, List<SentFile>> read(AMultipartForm form) throws IOException {
        try (FileSpool spool = new FileSpool(folder, LIMITS)) {
            return read(spool, form.stream());
        }
    }

    private void assertRefused(String type, String contentType, byte[] body) {
        assertThatThrownBy(
                        () -> {
                            try (FileSpool spool = new FileSpool(folder, LIMITS)) {
                                read(spool, contentType, new ByteArrayInputStream(body));
                            }
                        })
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo(type));
    }

    private void assertRefused(String type, byte[] body) {
        assertRefused(type, AMultipartForm.contentType(), body);
    }

    private static SentFile one(Map<String, List<SentFile>> files, String field) {
        return requireNonNull(files.get(field)).get(0);
    }

    private static byte[] photo(int size) {
        return Arrays.copyOf(PHOTO, size);
    }

    @Test
    void fieldsAreValuesAndFilesAreFilesInWhateverOrderTheyCome() throws Exception {
        AMultipartForm form =
                new AMultipartForm()
                        .field("_token", "t")
                        .file("photo", "gant été.jpg", photo(150_000))
                        .field("title", "Gant « rouge »\r\net noir 🧤")
                        .file("more", "a.jpg", photo(50))
                        .file("more", "b.jpg", photo(60))
                        .field("day", "1")
                        .field("day", "2");
        try (FileSpool spool = new FileSpool(folder, LIMITS)) {
            Map<String, List<SentFile>> files = read(spool, form.stream());

            assertThat(values)
                    .containsExactly(
                            Map.entry("_token", List.of("t")),
                            Map.entry("title", List.of("Gant « rouge »\r\net noir 🧤")),
                            Map.entry("day", List.of("1", "2")));
            Upload photo = requireNonNull(one(files, "photo").upload());
            assertThat(photo.name()).isEqualTo("gant été.jpg");
            assertThat(photo.contentType()).isEqualTo("image/jpeg");
            try (InputStream content = photo.open()) {
                assertThat(content.readAllBytes()).isEqualTo(photo(150_000));
            }
            assertThat(files.get("more"))
                    .extracting(SentFile::name)
                    .containsExactly("a.jpg", "b.jpg");
        }
    }

    @Test
    void aFieldInWhichNoFileWasChosenIsAbsent() throws Exception {
        assertThat(read(new AMultipartForm().file("photo", "", new byte[0]).field("a", "b")))
                .isEmpty();
        assertThat(values).containsOnlyKeys("a");
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd.jpg, passwd.jpg",
        "C:\\fakepath\\photo.jpg, photo.jpg",
        "gant%22noir%22.jpg, gant\"noir\".jpg",
        "صورة.jpg, صورة.jpg",
        "a\u202Egpj.jpg, agpj.jpg",
        "'a;b=c.jpg', a;b=c.jpg"
    })
    void namesAreReadAsBrowsersWriteThemAndLeadNowhere(String written, String name)
            throws Exception {
        assertThat(one(read(new AMultipartForm().file("photo", written, PHOTO)), "photo").name())
                .isEqualTo(name);
    }

    @Test
    void aNameAsLongAsADiskTakesItIsReadAndAHugeOneIsRefused() throws Exception {
        String longest = "ق".repeat(250) + ".jpg";
        assertThat(one(read(new AMultipartForm().file("photo", longest, PHOTO)), "photo").name())
                .startsWith("ققق")
                .endsWith(".jpg");
        assertRefused(
                "broken-form",
                new AMultipartForm().file("photo", "a".repeat(9_000) + ".jpg", PHOTO).bytes());
    }

    @Test
    void aFileThatIsTooLargeIsTheMistakeOfItsFieldAndTheRestIsRead() throws Exception {
        Map<String, List<SentFile>> files =
                read(
                        new AMultipartForm()
                                .file("photo", "photo.jpg", photo(200_001))
                                .field("title", "Gant"));

        assertThat(one(files, "photo").mistake()).contains("trop lourd");
        assertThat(one(files, "photo").upload()).isNull();
        assertThat(values).containsEntry("title", List.of("Gant"));
    }

    @Test
    void aFileThatLiesAndOneTooManyAreMistakesOfTheirFields() throws Exception {
        Map<String, List<SentFile>> files =
                read(
                        new AMultipartForm()
                                .file("a", "a.jpg", "<html><script>".getBytes(UTF_8))
                                .file("b", "b.jpg", PHOTO)
                                .file("c", "c.jpg", PHOTO)
                                .file("d", "d.jpg", PHOTO));

        assertThat(one(files, "a").mistake()).contains("ne correspond pas à son nom");
        assertThat(one(files, "c").mistake()).isNull();
        assertThat(one(files, "d").mistake()).contains("est de trop");
    }

    @Test
    void aFormThatIsTooLargeIsRefusedWhateverLengthItDeclared() {
        AMultipartForm form = new AMultipartForm();
        for (int i = 0; i < 20; i++) {
            form.file("photo", "photo.jpg", photo(150_000));
        }
        assertRefused("files-too-large", form.bytes());
    }

    @Test
    void textsTogetherAreNoLongerThanInAnyOtherForm() {
        AMultipartForm form = new AMultipartForm();
        for (int i = 0; i < 11; i++) {
            form.field("text" + i, "a".repeat(100_000));
        }
        assertRefused("too-large", form.bytes());
    }

    @Test
    void tenThousandPartsAreTooMany() {
        AMultipartForm fields = new AMultipartForm();
        AMultipartForm files = new AMultipartForm();
        for (int i = 0; i < 10_000; i++) {
            fields.field("a", "");
            files.file("a", "", new byte[0]);
        }
        assertRefused("too-many-values", fields.bytes());
        assertRefused("too-many-values", files.bytes());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 40, 90, 150, 70_000, 100_200})
    void aFormThatIsCutShortIsRefused(int length) {
        byte[] whole =
                new AMultipartForm()
                        .field("title", "Gant")
                        .file("photo", "photo.jpg", photo(100_000))
                        .bytes();
        assertThat(length).isLessThan(whole.length);
        assertRefused("broken-form", Arrays.copyOf(whole, length));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=other",
                "multipart/form-data; boundary=\"",
                "multipart/form-data; boundary=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
                        + "aaaaaaaaaaaaaaaaaaaa"
            })
    void withoutItsBoundaryNothingIsRead(String contentType) {
        assertRefused(
                "broken-form", contentType, new AMultipartForm().field("title", "Gant").bytes());
        assertThat(values).isEmpty();
    }

    @Test
    void partsThatAreNoPartsOfAFormArePassedOver() throws Exception {
        AMultipartForm form =
                new AMultipartForm()
                        .part("X-Nothing: at all", PHOTO)
                        .part("Content-Disposition: form-data", PHOTO)
                        .part("no colon here", PHOTO)
                        .part(
                                "content-disposition:FORM-DATA;\r\n name=\"folded\"",
                                "x".getBytes(UTF_8))
                        .field("title", "Gant");
        assertThat(read(form)).isEmpty();
        assertThat(values)
                .containsExactly(
                        Map.entry("folded", List.of("x")), Map.entry("title", List.of("Gant")));
    }

    @Test
    void aTextThatIsNotUtf8IsRefused() {
        assertRefused(
                "not-utf-8",
                new AMultipartForm()
                        .part(
                                "Content-Disposition: form-data; name=\"a\"",
                                "été".getBytes(ISO_8859_1))
                        .bytes());
    }

    @Test
    void aSenderWhoGoesAwayIsToldNothingAndLeavesNothing() {
        InputStream gone =
                new InputStream() {
                    private final InputStream first =
                            new ByteArrayInputStream(
                                    new AMultipartForm()
                                            .file("photo", "a.jpg", photo(120_000))
                                            .bytes(),
                                    0,
                                    100_000);

                    @Override
                    public int read() throws IOException {
                        int next = first.read();
                        if (next < 0) {
                            throw new IOException("connection reset");
                        }
                        return next;
                    }
                };
        assertThatThrownBy(
                        () -> {
                            try (FileSpool spool = new FileSpool(folder, LIMITS)) {
                                read(spool, gone);
                            }
                        })
                .isInstanceOf(IOException.class);
    }
}
