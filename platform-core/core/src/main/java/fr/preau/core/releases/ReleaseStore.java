package fr.preau.core.releases;

import fr.preau.core.audit.AuditLog.Actor;
import fr.preau.core.files.FileLimits;
import fr.preau.core.plugins.HarmlessJar;
import fr.preau.core.plugins.manifest.PluginManifest;
import fr.preau.core.plugins.manifest.PluginRefused;
import fr.preau.core.plugins.trust.JarExamination;
import fr.preau.core.plugins.trust.JarSignature;
import fr.preau.core.plugins.trust.SignatureStanding;
import fr.preau.core.plugins.trust.Signer;
import fr.preau.core.plugins.trust.TrustRule;
import fr.preau.core.reasons.HostReason;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitOfWork;
import fr.preau.core.tenancy.UnitsOfWork;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All jars that were ever brought, in pieces in the platform's schema. */
public final class ReleaseStore {

    private static final FileLimits LIMITS = FileLimits.OF_MODULES;

    private static final Logger LOG = LoggerFactory.getLogger(ReleaseStore.class);

    private static final int PIECE = 1024 * 1024;

    private static final String COLUMNS =
            "SELECT sha256, manifest, size, file, signature, signer, added_at, added_by"
                    + " FROM module_release";

    private final UnitsOfWork units;
    private final Clock clock;
    private final JarExamination examination;
    private final TrustRule rule;

    /** A release is read once: it never changes. */
    private final Map<String, Release> known = new ConcurrentHashMap<>();

    /**
     * @param examination of the signatures
     * @param rule which signatures are admitted
     */
    public ReleaseStore(
            UnitsOfWork units, Clock clock, JarExamination examination, TrustRule rule) {
        this.units = units;
        this.examination = examination;
        this.rule = rule;
        this.clock = clock;
    }

    /** The SHA-256 of a file, in hexadecimal. */
    public static String sha256(Path file) throws IOException {
        MessageDigest digest = digest();
        try (OutputStream nowhere =
                new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            Files.copy(file, nowhere);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Keeps a jar; one that is there already stays as it is.
     *
     * @param file the name it came with
     * @throws PluginRefused when it is no jar of a module, or too large, or does what no module may
     */
    public Release keep(Path jar, String file, Actor actor) throws PluginRefused {
        try {
            if (Files.size(jar) > LIMITS.fileBytes()) {
                throw new PluginRefused(HostReason.TOO_LARGE.with(file, LIMITS.megabytes()));
            }
            // What is examined is what is kept, whatever becomes of the file meanwhile.
            Path copy = Files.createTempFile("preau", ".jar");
            try {
                Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
                return keepCopy(copy, file, actor);
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new PluginRefused(file + " can't be read", e);
        }
    }

    private Release keepCopy(Path copy, String file, Actor actor)
            throws PluginRefused, IOException {
        String sha256 = sha256(copy);
        Optional<Release> there = find(sha256);
        if (there.isPresent()) {
            return there.get();
        }
        JarSignature signature = examination.examine(copy);
        Optional<String> refusal = rule.refusal(signature);
        if (refusal.isPresent()) {
            throw new PluginRefused(file + " " + refusal.get());
        }
        return keep(copy, file, sha256, signature, actor);
    }

    private Release keep(Path jar, String file, String sha256, JarSignature signature, Actor actor)
            throws PluginRefused, IOException {
        String text = PluginManifest.text(jar);
        PluginManifest manifest = PluginManifest.parse(text);
        HarmlessJar.require(jar, manifest);
        long size = Files.size(jar);
        String name = file.length() > 200 ? file.substring(0, 200) : file;
        try (InputStream in = Files.newInputStream(jar)) {
            units.write(
                    DatabaseSpace.platform(),
                    unit -> {
                        int fresh =
                                unit.update(
                                        "INSERT IGNORE INTO module_release (sha256, module,"
                                                + " version, size, file, manifest, signature,"
                                                + " signer, added_at, added_by)"
                                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                        sha256,
                                        manifest.id(),
                                        manifest.version(),
                                        size,
                                        name,
                                        text,
                                        signature.standing().name(),
                                        signature.signer().map(Signer::name).orElse(null),
                                        now(),
                                        actor.name());
                        return fresh == 0 ? 0 : pieces(unit, sha256, in);
                    });
        }
        return find(sha256).orElseThrow(() -> new IllegalStateException(sha256 + " was not kept"));
    }

    private static int pieces(UnitOfWork unit, String sha256, InputStream in) throws SQLException {
        try {
            int number = 0;
            byte[] piece = in.readNBytes(PIECE);
            while (piece.length > 0) {
                unit.update(
                        "INSERT INTO module_release_piece (sha256, number, bytes) VALUES (?, ?, ?)",
                        sha256,
                        number,
                        piece);
                number++;
                piece = in.readNBytes(PIECE);
            }
            return number;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
    }

    /** The text of the manifest of a release, as its publisher wrote it. */
    public Optional<String> manifest(String sha256) {
        return units
                .read(
                        DatabaseSpace.platform(),
                        unit ->
                                unit.query(
                                        "SELECT manifest FROM module_release WHERE sha256 = ?",
                                        row -> row.getString(1),
                                        sha256))
                .stream()
                .findFirst();
    }

    /** A release; asking again asks the database nothing. */
    public Optional<Release> find(String sha256) {
        Release release = known.get(sha256);
        return release != null
                ? Optional.of(release)
                : read(" WHERE sha256 = ?", sha256).stream().findFirst();
    }

    /** Those of these releases that are there and can be read, in one statement. */
    public List<Release> find(Collection<String> sha256s) {
        if (sha256s.isEmpty()) {
            return List.of();
        }
        String places = String.join(", ", Collections.nCopies(sha256s.size(), "?"));
        return read(" WHERE sha256 IN (" + places + ")", sha256s.toArray());
    }

    /** The releases of a module, the newest version first. */
    public List<Release> of(String module) {
        return read(" WHERE module = ?", module).stream().sorted(Release.NEWEST_FIRST).toList();
    }

    /** All releases of all modules, the newest version of each first. */
    public List<Release> all() {
        return read("").stream().sorted(Release.NEWEST_FIRST).toList();
    }

    private List<Release> read(String where, Object... values) {
        return units.read(
                DatabaseSpace.platform(),
                unit ->
                        unit.query(COLUMNS + where, this::release, values).stream()
                                .flatMap(Optional::stream)
                                .toList());
    }

    /** Empty when an older Préau took what this one can't read. */
    private Optional<Release> release(ResultSet row) throws SQLException {
        String sha256 = row.getString(1);
        Release before = known.get(sha256);
        if (before != null) {
            return Optional.of(before);
        }
        try {
            Release release =
                    new Release(
                            sha256,
                            PluginManifest.parse(row.getString(2)),
                            row.getLong(3),
                            row.getString(4),
                            SignatureStanding.valueOf(row.getString(5)),
                            Optional.ofNullable(row.getString(6)),
                            row.getObject(7, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                            row.getString(8));
            known.put(sha256, release);
            return Optional.of(release);
        } catch (PluginRefused e) {
            LOG.warn("release {} can't be read any more: {}", sha256, e.reason());
            return Optional.empty();
        }
    }

    /**
     * Writes a jar into a folder of this node, unless it is there.
     *
     * @return where it is
     */
    public Path fetch(Release release, Path folder) throws PluginRefused {
        Path jar = folder.resolve(release.sha256() + ".jar");
        try {
            if (Files.exists(jar) && sha256(jar).equals(release.sha256())) {
                return jar;
            }
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, "release", ".part");
            write(release.sha256(), part);
            if (!sha256(part).equals(release.sha256())) {
                Files.delete(part);
                throw new PluginRefused("the jar in the database is not what it was");
            }
            return Files.move(part, jar, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new PluginRefused("the jar can't be written at " + folder, e);
        }
    }

    private void write(String sha256, Path part) throws IOException {
        try (OutputStream out = Files.newOutputStream(part)) {
            int number = 0;
            while (piece(sha256, number, out)) {
                number++;
            }
        }
    }

    /** One at a time, so that no jar is ever whole in memory. */
    private boolean piece(String sha256, int number, OutputStream out) {
        return units.read(
                DatabaseSpace.platform(),
                unit ->
                        !unit.query(
                                        "SELECT bytes FROM module_release_piece"
                                                + " WHERE sha256 = ? AND number = ?",
                                        row -> append(row.getBytes(1), out),
                                        sha256,
                                        number)
                                .isEmpty());
    }

    private static int append(byte[] bytes, OutputStream out) {
        try {
            out.write(bytes);
            return bytes.length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
