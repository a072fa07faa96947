package fr.preau.core.plugins.trust;

import static fr.preau.core.plugins.trust.SignatureStanding.UNREADABLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jars made to hurt whoever looks into them, or to look different to each who does. */
class HostileJarTest extends ExaminationCase {

    private static final JarLimits SMALL = new JarLimits(5, 100_000, 20_000);

    private void assertUnreadable(JarSignature signature, String because) {
        assertThat(signature.standing()).as(signature.detail()).isEqualTo(UNREADABLE);
        assertThat(signature.detail()).contains(because);
    }

    @Test
    void aJarWithinTheLimitsIsRead() throws Exception {
        assertThat(examined(TestJar.ofAModule().written(), SMALL).standing())
                .isEqualTo(SignatureStanding.UNSIGNED);
    }

    @Test
    void tooManyEntriesAreRefused() throws Exception {
        TestJar jar = TestJar.ofAModule().with("1", "").with("2", "");
        assertUnreadable(examined(jar.written(), SMALL), "more than 5 entries");
    }

    @Test
    void whatUnpacksToTooMuchIsRefused() throws Exception {
        Path bomb = TestJar.ofAModule().with("bomb", new byte[1_000_000]).written();
        assertThat(Files.size(bomb)).isLessThan(3_000);
        assertUnreadable(examined(bomb, SMALL), "unpacks to more than 100000 bytes");
    }

    @Test
    void aManifestThatUnpacksToTooMuchIsRefusedBeforeItIsHeldWhole() throws Exception {
        Path bomb = TestJar.ofAModule().with(TestJar.MANIFEST, new byte[90_000]).written();
        assertUnreadable(
                examined(bomb, SMALL), "META-INF/MANIFEST.MF unpacks to more than 20000 bytes");
    }

    @Test
    void anEntryThatIsThereTwiceIsRefused() throws Exception {
        TestJar jar =
                TestJar.ofAModule()
                        .signed(Identity.of("CN=Jardins").make())
                        .with("garden/Gardem.class", "weed");
        assertUnreadable(
                examined(jar.written("garden/Gardem.class", "garden/Garden.class")),
                "holds garden/Garden.class twice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "meta-inf/MANIFEST.MF",
                "META-INF/manifest.mf",
                "Meta-Inf/versions/17/garden/Garden.class",
                "META-INF/signer.sf",
                "/garden/Garden.class",
                "garden//Garden.class",
                "garden/../garden/Garden.class",
                "garden\\Garden.class"
            })
    void aNameThatReadersTakeDifferentlyIsRefused(String name) throws Exception {
        assertUnreadable(
                examined(
                        TestJar.ofAModule()
                                .signed(Identity.of("CN=Jardins").make())
                                .with(name, "weed")),
                "a name with two meanings");
    }

    @Test
    void whatIsNoJarIsRefused() throws Exception {
        Path file = Files.writeString(publishers.folder().resolve("text.jar"), "no jar");
        assertUnreadable(examined(file), "is no readable jar");
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        assertUnreadable(examined(publishers.folder().resolve("none.jar")), "is no readable jar");
    }

    @Test
    void aCutOffJarIsRefused() throws Exception {
        byte[] whole = Files.readAllBytes(TestJar.ofAModule().written());
        Path file = publishers.folder().resolve("cut.jar");
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertUnreadable(examined(file), "is no readable jar");
    }
}
