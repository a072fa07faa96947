package fr.preau.core.plugins.trust;

import static fr.preau.core.plugins.trust.SignatureStanding.CHANGED;
import static fr.preau.core.plugins.trust.SignatureStanding.KNOWN;
import static fr.preau.core.plugins.trust.SignatureStanding.UNKNOWN;
import static fr.preau.core.plugins.trust.SignatureStanding.WEAK;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import jdk.security.jarsigner.JarSigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A jar of a known publisher to which something was done, or that was badly signed. */
class ChangedJarTest extends ExaminationCase {

    private static final UnaryOperator<JarSigner.Builder> USUALLY = signer -> signer;

    private final Identity vendor = Identity.of("CN=Jardins").make();

    ChangedJarTest() throws Exception {
        publishers.put("jardins.pem", vendor.certificate());
    }

    private TestJar signed() throws Exception {
        return TestJar.ofAModule().signed(vendor);
    }

    private void assertChanged(TestJar jar, String because) throws Exception {
        JarSignature signature = examined(jar);
        assertThat(signature.standing()).as(signature.detail()).isEqualTo(CHANGED);
        assertThat(signature.detail()).contains(because);
    }

    @Test
    void anAlteredClassIsFound() throws Exception {
        assertChanged(signed().with("garden/Garden.class", "another"), "garden/Garden.class");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garden/Weed.class",
                "META-INF/versions/17/garden/Garden.class",
                "META-INF/services/fr.preau.api.plugin.Plugin",
                "META-INF/SIG-WEED",
                "META-INF/INDEX.LIST"
            })
    void anAddedEntryIsFound(String name) throws Exception {
        assertChanged(signed().with(name, "weed"), name + " is not signed");
    }

    @Test
    void aFolderWithSomethingInItIsAnEntry() throws Exception {
        assertChanged(signed().with("garden/", "weed"), "garden/ is not signed");
    }

    @Test
    void anEmptyFolderNeedsNoSignature() throws Exception {
        assertThat(examined(signed().with("garden/", "")).standing()).isEqualTo(KNOWN);
    }

    @Test
    void aRemovedEntryIsFound() throws Exception {
        assertChanged(
                signed().without("texts_fr.properties"),
                "texts_fr.properties was signed and is no longer there");
    }

    @Test
    void anEntryTakenOutOfTheManifestIsFound() throws Exception {
        TestJar jar = signed();
        String manifest =
                jar.text(TestJar.MANIFEST)
                        .replaceAll("Name: texts_fr.properties\r\n[^\r]+\r\n\r\n", "");
        assertThat(manifest).doesNotContain("texts_fr").contains("garden/Garden.class");
        assertChanged(jar.with(TestJar.MANIFEST, manifest), "texts_fr.properties");
    }

    @Test
    void anAlteredDigestInTheManifestIsFound() throws Exception {
        TestJar other = TestJar.ofAModule().with("garden/Garden.class", "another");
        TestJar jar =
                signed().with("garden/Garden.class", "another")
                        .with(TestJar.MANIFEST, other.signed(vendor).text(TestJar.MANIFEST));
        assertChanged(jar, "garden/Garden.class");
    }

    @Test
    void anAlteredHeaderOfTheBundleIsFound() throws Exception {
        TestJar jar = signed();
        String manifest = jar.text(TestJar.MANIFEST).replace("garden\r\n", "school\r\n");
        assertThat(manifest).contains("Bundle-SymbolicName: school");
        assertChanged(jar.with(TestJar.MANIFEST, manifest), "is not what was signed");
    }

    @Test
    void anAlteredSignatureFileIsFound() throws Exception {
        TestJar jar = signed();
        String digests = jar.text("META-INF/SIGNER.SF");
        assertChanged(
                jar.with("META-INF/SIGNER.SF", digests.replace("Created-By", "Created-by")),
                "is not what was signed");
    }

    @Test
    void aSignatureWithoutItsBlockCoversNothing() throws Exception {
        assertChanged(signed().without("META-INF/SIGNER.EC"), "covers none of it");
    }

    @Test
    void theBlockOfAnotherJarDoesNotFit() throws Exception {
        TestJar other = TestJar.ofAModule().with("more.txt", "more").signed(vendor);
        assertChanged(
                signed().with("META-INF/SIGNER.EC", other.bytes("META-INF/SIGNER.EC")),
                "is not what was signed");
    }

    @Test
    void whoSignedOnlySomeEntriesSignedNoModule() throws Exception {
        TestJar jar = TestJar.ofAModule();
        assertChanged(
                jar.signedPartly(
                        vendor,
                        "SIGNER",
                        List.of("garden/Garden.class", "texts_fr.properties"),
                        jar.digestOfHeaders()),
                "META-INF/preau/plugin.json is not signed");
    }

    @Test
    void handMadeSignaturesAreReadLikeAnyOther() throws Exception {
        TestJar jar = TestJar.ofAModule();
        assertThat(
                        examined(
                                        jar.signedPartly(
                                                vendor,
                                                "SIGNER",
                                                jar
                                                        .without(TestJar.MANIFEST)
                                                        .entries()
                                                        .keySet()
                                                        .stream()
                                                        .toList(),
                                                jar.digestOfHeaders()))
                                .standing())
                .isEqualTo(KNOWN);
    }

    @Test
    void aSignatureThatLeavesTheHeadersOpenIsWeak() throws Exception {
        TestJar jar = TestJar.ofAModule();
        JarSignature signature =
                examined(
                        jar.signedPartly(
                                vendor,
                                "SIGNER",
                                jar.without(TestJar.MANIFEST).entries().keySet().stream().toList(),
                                ""));
        assertThat(signature.standing()).isEqualTo(WEAK);
        assertThat(signature.detail()).contains("headers of the manifest");
    }

    @Test
    void halfSignedByEachOfTwoIsSignedByNobody() throws Exception {
        Identity other = Identity.of("CN=Vergers").make();
        publishers.put("vergers.pem", other.certificate());
        TestJar jar = TestJar.ofAModule();
        String headers = jar.digestOfHeaders();
        TestJar first = jar.signedPartly(vendor, "A", List.of("garden/Garden.class"), headers);
        TestJar both =
                first.signedPartly(
                        other,
                        "B",
                        List.of("texts_fr.properties", "META-INF/preau/plugin.json"),
                        headers);
        assertChanged(both, "nobody signed all");
    }

    @Test
    void oneKnownSignerOfTwoIsEnough() throws Exception {
        Identity departement = Identity.of("CN=Un inconnu").make();
        TestJar jar = signed().signed(departement, "SECOND", USUALLY);
        JarSignature signature = examined(jar);
        assertThat(signature.standing()).isEqualTo(KNOWN);
        assertThat(signature.signer().orElseThrow().name()).isEqualTo("Jardins");
    }

    @Test
    void twoStrangersAreUnknown() throws Exception {
        TestJar jar =
                TestJar.ofAModule()
                        .signed(Identity.of("CN=Un").make(), "FIRST", USUALLY)
                        .signed(Identity.of("CN=Deux").make(), "SECOND", USUALLY);
        assertThat(examined(jar).standing()).isEqualTo(UNKNOWN);
    }

    @Test
    void whoAddsAnEntryAndSignsAgainDoesNotBorrowTheKnownName() throws Exception {
        Identity thief = Identity.of("CN=Jardins").make();
        TestJar jar = signed().with("garden/Weed.class", "weed").signed(thief, "SECOND", USUALLY);
        JarSignature signature = examined(jar);
        assertThat(signature.standing()).isEqualTo(UNKNOWN);
        assertThat(signature.signer().orElseThrow().fingerprint())
                .isEqualTo(Certificates.fingerprint(thief.certificate()));
    }

    @Test
    void weakAlgorithmsAreToldAndNotPassedOver() throws Exception {
        Identity rsa = Identity.of("CN=Jardins").rsa(2048).make();
        publishers.put("rsa.pem", rsa.certificate());
        Map<String, UnaryOperator<JarSigner.Builder>> weak =
                Map.of(
                        "digests are SHA-1", with("SHA-1", "SHA256withRSA"),
                        "digests are MD5", with("MD5", "SHA256withRSA"),
                        "made with SHA-1", with("SHA-256", "SHA1withRSA"),
                        "made with MD5", with("SHA-256", "MD5withRSA"));
        for (var each : weak.entrySet()) {
            JarSignature signature =
                    examined(TestJar.ofAModule().signed(rsa, "SIGNER", each.getValue()));
            assertThat(signature.standing()).as(each.getKey()).isEqualTo(WEAK);
            assertThat(signature.detail()).contains(each.getKey());
        }
        assertThat(
                        examined(
                                        TestJar.ofAModule()
                                                .signed(
                                                        rsa,
                                                        "SIGNER",
                                                        with("SHA-256", "SHA256withRSA")))
                                .standing())
                .isEqualTo(KNOWN);
    }

    @ParameterizedTest
    @ValueSource(ints = {512, 1024})
    void aShortKeyIsWeakWhoeverHoldsIt(int bits) throws Exception {
        Identity old = Identity.of("CN=Jardins").rsa(bits).make();
        publishers.put("old.pem", old.certificate());
        JarSignature signature = examined(TestJar.ofAModule().signed(old));
        assertThat(signature.standing()).isEqualTo(WEAK);
        assertThat(signature.detail()).contains(bits + " bits");
    }

    private static UnaryOperator<JarSigner.Builder> with(String digest, String algorithm) {
        return signer -> {
            try {
                return signer.digestAlgorithm(digest).signatureAlgorithm(algorithm);
            } catch (java.security.NoSuchAlgorithmException e) {
                throw new AssertionError(e);
            }
        };
    }
}
