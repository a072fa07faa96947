package fr.preau.core.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import fr.preau.api.files.FileId;
import fr.preau.api.files.FileStore;
import fr.preau.api.files.FileUse;
import fr.preau.api.files.StoredFile;
import fr.preau.api.files.Upload;
import fr.preau.api.route.Refusal;
import fr.preau.api.school.Uai;
import fr.preau.core.tenancy.CollegeOpening;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.MigrationScripts;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.core.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a module keeps at a collège, on a real MariaDB. */
class ModuleFilesTest {

    private static final DatabaseSpace A = DatabaseSpace.of(new Uai("0921990N"));
    private static final DatabaseSpace B = DatabaseSpace.of(new Uai("0921991P"));
    private static final Instant NOW = Instant.parse("2026-11-24T09:30:00.123456Z");
    private static final FileLimits LIMITS = new FileLimits(6_000_000, 6_000_000, 2);

    @SuppressWarnings("NullAway.Init")
    private static UnitsOfWork units;

    @SuppressWarnings("NullAway.Init")
    private static FileStores stores;

    private final FileStore found = stores.forModule("lost-and-found");
    private final FileStore canteen = stores.forModule("canteen");

    @BeforeAll
    static void twoColleges() throws Exception {
        for (DatabaseSpace space : List.of(A, B)) {
            TestDatabase.get().provisioning().create(space);
            TestDatabase.get()
                    .provisioning()
                    .migrate(
                            space,
                            CollegeOpening.OWNER,
                            MigrationScripts.beside(
                                    CollegeOpening.class,
                                    "/fr/preau/core/migrations/college",
                                    "V1__directory.sql",
                                    "V2__files.sql"));
        }
        units = new UnitsOfWork(TestDatabase.get().pool(2));
        TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();
        stores = new FileStores(units, ids::generate, Clock.fixed(NOW, ZoneOffset.UTC), LIMITS);
    }

    @AfterEach
    void nothingStays() {
        for (DatabaseSpace space : List.of(A, B)) {
            units.write(space, unit -> stores.erase("lost-and-found") + stores.erase("canteen"));
            assertThat(pieces(space)).isZero();
        }
    }

    private static StoredFile keep(FileStore store, DatabaseSpace space, Upload upload) {
        return units.write(space, unit -> store.keep(upload));
    }

    private static Upload photo(int size) {
        return Upload.of("photo.jpg", "image/jpeg", Bytes.photo(size));
    }

    private static long pieces(DatabaseSpace space) {
        return units.read(
                space,
                unit -> {
                    try (PreparedStatement statement =
                                    unit.connection()
                                            .prepareStatement(
                                                    "SELECT COUNT(*) FROM core_file_piece");
                            ResultSet row = statement.executeQuery()) {
                        row.next();
                        return row.getLong(1);
                    }
                });
    }

    private static Optional<StoredFile> described(FileStore store, DatabaseSpace space, FileId id) {
        return units.read(space, unit -> store.describe(id));
    }

    private static FileUse use(FileStore store, DatabaseSpace space) {
        return units.read(space, unit -> store.use());
    }

    private static Map<String, FileUse> uses(DatabaseSpace space) {
        return units.read(space, unit -> stores.uses());
    }

    private static boolean deleted(FileStore store, DatabaseSpace space, FileId id) {
        return units.write(space, unit -> store.delete(id));
    }

    private static boolean opened(FileStore store, DatabaseSpace space, FileId id) {
        return units.read(space, unit -> store.open(id).isPresent());
    }

    private static byte[] read(FileStore store, DatabaseSpace space, FileId id) {
        return units.read(
                space,
                unit -> {
                    try (InputStream content = store.open(id).orElseThrow()) {
                        return content.readAllBytes();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {27, 262_143, 262_144, 262_145, 5_000_000})
    void aFileComesBackByteForByte(int size) throws Exception {
        byte[] photo = Bytes.photo(size);

        StoredFile file = keep(found, A, photo(size));

        assertThat(read(found, A, file.id())).isEqualTo(photo);
        assertThat(file)
                .isEqualTo(
                        new StoredFile(
                                file.id(),
                                "photo.jpg",
                                "image/jpeg",
                                size,
                                HexFormat.of()
                                        .formatHex(
                                                MessageDigest.getInstance("SHA-256").digest(photo)),
                                NOW));
        assertThat(described(found, A, file.id())).contains(file);
        assertThat(file.id().value().version()).isEqualTo(7);
    }

    @Test
    void eachPieceIsOneStatementAndSoIsEveryDescription() {
        StoredFile file =
                units.write(
                        A,
                        unit -> {
                            StoredFile kept = found.keep(photo(1_000_000));
                            assertThat(unit.statements()).as("four pieces and a row").isEqualTo(5);
                            return kept;
                        });
        StoredFile other = keep(found, A, photo(50));

        assertThat(statements(() -> found.describe(List.of(file.id(), other.id())))).isEqualTo(1);
        assertThat(statements(() -> found.describe(file.id()))).isEqualTo(1);
        assertThat(statements(found::use)).isEqualTo(1);
        assertThat(statements(() -> stores.uses())).isEqualTo(1);
        assertThat(statements(() -> found.describe(List.of()))).isZero();
        assertThat(statements(() -> readAll(found, file.id()))).isEqualTo(5);
    }

    private static byte[] readAll(FileStore store, FileId id) {
        try (InputStream content = store.open(id).orElseThrow()) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int statements(Supplier<?> work) {
        return units.read(
                A,
                unit -> {
                    assertThat(work.get()).isNotNull();
                    return unit.statements();
                });
    }

    @Test
    void aFileIsRolledBackWithTheRowsOfItsModule() {
        FileId[] kept = new FileId[1];
        assertThatThrownBy(
                        () ->
                                units.write(
                                        A,
                                        unit -> {
                                            kept[0] = found.keep(photo(600_000)).id();
                                            assertThat(found.describe(kept[0])).isPresent();
                                            throw new IllegalStateException("the row failed");
                                        }))
                .hasMessage("the row failed");

        assertThat(described(found, A, kept[0])).isEmpty();
        assertThat(pieces(A)).isZero();
    }

    @Test
    void neitherAnotherModuleNorAnotherCollegeSeesAFile() {
        FileId id = keep(found, A, photo(400_000)).id();

        assertThat(described(canteen, A, id)).isEmpty();
        assertThat(opened(canteen, A, id)).isFalse();
        assertThat(deleted(canteen, A, id)).isFalse();
        assertThat(use(canteen, A)).isEqualTo(FileUse.none());
        assertThat(described(found, B, id)).isEmpty();
        assertThat(opened(found, B, id)).isFalse();
        assertThat(deleted(found, B, id)).isFalse();
        assertThat(read(found, A, id)).isEqualTo(Bytes.photo(400_000));
    }

    @Test
    void theRoomEachModuleTakesIsKnown() {
        keep(found, A, photo(1_000));
        keep(found, A, photo(500));
        keep(canteen, A, photo(70));

        assertThat(use(found, A)).isEqualTo(new FileUse(2, 1_500));
        assertThat(uses(A))
                .containsOnly(
                        entry("lost-and-found", new FileUse(2, 1_500)),
                        entry("canteen", new FileUse(1, 70)));
        assertThat(uses(B)).isEmpty();
        long erased = units.write(A, unit -> stores.erase("lost-and-found"));
        assertThat(erased).isEqualTo(2);
        assertThat(uses(A)).containsOnlyKeys("canteen");
    }

    @Test
    void aDeletedFileIsGoneWithAllItsPieces() {
        FileId id = keep(found, A, photo(600_000)).id();

        assertThat(deleted(found, A, id)).isTrue();

        assertThat(described(found, A, id)).isEmpty();
        assertThat(pieces(A)).isZero();
        assertThat(deleted(found, A, id)).isFalse();
    }

    @Test
    void severalAreDescribedAtOnceAndTheMissingAreAbsent() {
        StoredFile one = keep(found, A, photo(100));
        StoredFile other = keep(found, A, photo(200));
        FileId nowhere = new FileId(UUID.randomUUID());

        Map<FileId, StoredFile> there =
                units.read(A, unit -> found.describe(List.of(one.id(), nowhere, other.id())));
        assertThat(there).containsOnly(entry(one.id(), one), entry(other.id(), other));
    }

    @Test
    void aRefusalLeavesNothingAlthoughTheModuleGoesOn() {
        InputStream tooLarge = new ByteArrayInputStream(Bytes.photo(6_000_001));
        InputStream broken =
                new SequenceInputStream(
                        new ByteArrayInputStream(Bytes.photo(600_000)),
                        new InputStream() {
                            @Override
                            public int read() throws IOException {
                                throw new IOException("the source has gone");
                            }
                        });
        units.write(
                A,
                unit -> {
                    assertRefused(() -> found.keep("photo.jpg", tooLarge), "file-too-large");
                    assertThatThrownBy(() -> found.keep("photo.jpg", broken))
                            .isInstanceOf(IOException.class);
                    assertRefused(
                            () -> found.keep(Upload.of("photo.jpg", "image/jpeg", Bytes.HTML)),
                            "file-not-what-it-says");
                    assertRefused(
                            () -> found.keep(Upload.of("vide.txt", "text/plain", new byte[0])),
                            "file-empty");
                    return true;
                });

        assertThat(pieces(A)).isZero();
        assertThat(use(found, A)).isEqualTo(FileUse.none());
    }

    private static void assertRefused(ThrowingCallable keeping, String type) {
        assertThatThrownBy(keeping)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.type()).isEqualTo(type);
                            assertThat(refusal.status()).isEqualTo(422);
                            assertThat(refusal.title()).isEqualTo("Ce fichier n’est pas accepté");
                            assertThat(refusal.detail()).endsWith(".").contains("«");
                        });
    }

    @Test
    void whatTheModuleSaysOfTheTypeIsNotBelieved() {
        StoredFile file = keep(found, A, Upload.of("page", "image/png", Bytes.HTML));

        assertThat(file.contentType()).isEqualTo("text/html");
        assertThat(file.isPicture()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Bonnet été 👩\u200D🏫🧤.jpg", "قبعة.jpg", "x' OR '1'='1.jpg", "a\\b.jpg"})
    void namesComeBackAsTheyWereCleaned(String name) {
        StoredFile file = keep(found, A, Upload.of(name, "image/jpeg", Bytes.JPEG));

        assertThat(described(found, A, file.id()).orElseThrow().name())
                .isEqualTo(name.equals("a\\b.jpg") ? "b.jpg" : name);
    }

    @Test
    void aReadingUnitKeepsAndDeletesNothing() {
        FileId id = keep(found, A, photo(100)).id();

        assertThatThrownBy(() -> units.read(A, unit -> found.keep(photo(100))))
                .hasMessageContaining("only reads");
        assertThatThrownBy(() -> units.read(A, unit -> found.delete(id)))
                .hasMessageContaining("only reads");
        assertThat(read(found, A, id)).hasSize(100);
    }

    @Test
    void outsideARequestThereAreNoFiles() {
        FileId id = keep(found, A, photo(600_000)).id();
        InputStream kept = units.read(A, unit -> found.open(id).orElseThrow());

        assertThatThrownBy(() -> found.describe(id)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> found.keep(photo(10))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(kept::read).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> units.read(A, unit -> readOne(kept)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another request");
    }

    private static int readOne(InputStream content) {
        try {
            return content.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aFileThatIsDeletedWhileItIsReadEndsInAFailureAndNotInHalfAPhoto() {
        FileId id = keep(found, A, photo(600_000)).id();

        assertThatThrownBy(
                        () ->
                                units.write(
                                        A,
                                        unit -> {
                                            InputStream content = found.open(id).orElseThrow();
                                            assertThat(readOne(content)).isEqualTo(0xFF);
                                            found.delete(id);
                                            return readRest(content);
                                        }))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("is gone");
    }

    private static byte[] readRest(InputStream content) {
        try {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
