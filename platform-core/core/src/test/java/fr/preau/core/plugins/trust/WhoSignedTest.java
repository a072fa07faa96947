package fr.preau.core.plugins.trust;

import static fr.preau.core.plugins.trust.SignatureStanding.EXPIRED;
import static fr.preau.core.plugins.trust.SignatureStanding.KNOWN;
import static fr.preau.core.plugins.trust.SignatureStanding.UNKNOWN;
import static fr.preau.core.plugins.trust.SignatureStanding.UNSIGNED;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.core.reasons.HostReason;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.Test;

/** Whose jar it is, if it is what was signed. */
class WhoSignedTest extends ExaminationCase {

    private static final Instant SPRING = Instant.parse("2026-04-01T08:00:00Z");

    @Test
    void aJarWithoutSignatureIsUnsigned() throws Exception {
        assertThat(examined(TestJar.ofAModule()).standing()).isEqualTo(UNSIGNED);
    }

    @Test
    void aJarWhoseSignatureWasTakenOutIsUnsigned() throws Exception {
        Identity vendor = Identity.of("CN=Jardins").make();
        publishers.put("jardins.pem", vendor.certificate());
        TestJar stripped =
                TestJar.ofAModule()
                        .signed(vendor)
                        .without("META-INF/SIGNER.SF")
                        .without("META-INF/SIGNER.EC");
        assertThat(examined(stripped).standing()).isEqualTo(UNSIGNED);
    }

    @Test
    void aPublisherInTheFolderIsKnownWithAllThatItsCertificateSays() throws Exception {
        Identity vendor = Identity.of("CN=Éditions du Préau élargi, O=Société Œuvre, C=FR").make();
        publishers.put("editions.pem", vendor.certificate());
        JarSignature signature = examined(TestJar.ofAModule().signed(vendor));
        assertThat(signature.standing()).isEqualTo(KNOWN);
        Signer signer = signature.signer().orElseThrow();
        assertThat(signer.name()).isEqualTo("Éditions du Préau élargi");
        assertThat(signer.subject()).isEqualTo("CN=Éditions du Préau élargi,O=Société Œuvre,C=FR");
        assertThat(signer.fingerprint()).matches("[0-9a-f]{64}");
        assertThat(signer.validUntil()).isEqualTo("2027-01-01T00:00:00Z");
        assertThat(signer.signedAt()).isEmpty();
    }

    @Test
    void aPublisherWithoutCommonNameGoesByItsOrganisation() throws Exception {
        Identity vendor = Identity.of("O=Jardins de l'Île, C=FR").make();
        assertThat(examined(TestJar.ofAModule().signed(vendor)).signer().orElseThrow().name())
                .isEqualTo("Jardins de l'Île");
    }

    @Test
    void aStrangerIsUnknownAndNamedAsWhoTheyClaimToBe() throws Exception {
        publishers.put("other.pem", Identity.of("CN=Jardins").make().certificate());
        Identity stranger = Identity.of("CN=Jardins").make();
        JarSignature signature = examined(TestJar.ofAModule().signed(stranger));
        assertThat(signature.standing()).isEqualTo(UNKNOWN);
        assertThat(signature.detail()).contains("somebody unknown", "Jardins");
        assertThat(
                        HostReason.in(
                                "garden.jar "
                                        + TrustRule.KNOWN_ONLY.refusal(signature).orElseThrow()))
                .contains(
                        new HostReason.Told(
                                HostReason.UNKNOWN_SIGNER,
                                List.of("garden.jar", signature.signer().orElseThrow().name())));
    }

    @Test
    void whoIsTakenOutOfTheFolderIsUnknownFromThen() throws Exception {
        Identity vendor = Identity.of("CN=Jardins").make();
        publishers.put("jardins.pem", vendor.certificate());
        TestJar jar = TestJar.ofAModule().signed(vendor);
        assertThat(examined(jar).standing()).isEqualTo(KNOWN);
        Files.delete(publishers.folder().resolve("jardins.pem"));
        assertThat(examined(jar).standing()).isEqualTo(UNKNOWN);
    }

    @Test
    void aNameCannotTurnTheLineItStandsIn() throws Exception {
        Identity stranger = Identity.of("CN=Jar\u202Edins\u0007").make();
        assertThat(examined(TestJar.ofAModule().signed(stranger)).signer().orElseThrow().name())
                .isEqualTo("Jar dins");
    }

    @Test
    void aPublisherIsKnownByTheAuthorityThatIssuedToItsIssuer() throws Exception {
        Identity root = Identity.of("CN=Autorité des éditeurs").authority().make();
        Identity middle = Identity.of("CN=Autorité 2026").authority().issuedBy(root).make();
        Identity vendor = Identity.of("CN=Jardins").issuedBy(middle).make();
        TestJar jar = TestJar.ofAModule().signed(vendor);
        assertThat(examined(jar).standing()).isEqualTo(UNKNOWN);
        publishers.put("autorite.pem", root.certificate());
        assertThat(examined(jar).standing()).isEqualTo(KNOWN);
    }

    @Test
    void anAuthorityOfTheSameNameVouchesForNobody() throws Exception {
        Identity trusted = Identity.of("CN=Autorité").authority().make();
        Identity impostor = Identity.of("CN=Autorité").authority().make();
        publishers.put("autorite.pem", trusted.certificate());
        Identity vendor = Identity.of("CN=Jardins").issuedBy(impostor).make();
        assertThat(examined(TestJar.ofAModule().signed(vendor)).standing()).isEqualTo(UNKNOWN);
    }

    @Test
    void aKnownPublisherCannotMakeOthersKnown() throws Exception {
        Identity vendor = Identity.of("CN=Jardins").make();
        publishers.put("jardins.pem", vendor.certificate());
        Identity friend = Identity.of("CN=Ami").issuedBy(vendor).make();
        assertThat(examined(TestJar.ofAModule().signed(friend)).standing()).isEqualTo(UNKNOWN);
    }

    @Test
    void aCertificateForASiteSignsNoModule() throws Exception {
        Identity root = Identity.of("CN=Autorité").authority().make();
        publishers.put("autorite.pem", root.certificate());
        Identity site =
                Identity.of("CN=site.example")
                        .issuedBy(root)
                        .purpose(KeyPurposeId.id_kp_serverAuth)
                        .make();
        assertThat(examined(TestJar.ofAModule().signed(site)).standing()).isEqualTo(UNKNOWN);
    }

    @Test
    void aCertificateThatEndedIsExpired() throws Exception {
        Identity vendor = endedInSummer();
        publishers.put("jardins.pem", vendor.certificate());
        JarSignature signature = examined(TestJar.ofAModule().signed(vendor));
        assertThat(signature.standing()).isEqualTo(EXPIRED);
        assertThat(signature.detail()).contains("to 2026-07-01", "without a time stamp");
    }

    @Test
    void aCertificateThatHasNotBegunIsNotValidEither() throws Exception {
        Identity vendor = Identity.of("CN=Jardins").valid("2026-12-01", "2027-12-01").make();
        publishers.put("jardins.pem", vendor.certificate());
        assertThat(examined(TestJar.ofAModule().signed(vendor)).standing()).isEqualTo(EXPIRED);
    }

    @Test
    void aCertificateOfAnAuthorityThatEndedIsExpired() throws Exception {
        Identity root = Identity.of("CN=Autorité").authority().make();
        publishers.put("autorite.pem", root.certificate());
        Identity vendor =
                Identity.of("CN=Jardins").issuedBy(root).valid("2026-02-01", "2026-07-01").make();
        assertThat(examined(TestJar.ofAModule().signed(vendor)).standing()).isEqualTo(EXPIRED);
    }

    @Test
    void whatWasSignedInTimeStaysKnownAfterTheCertificateEnded() throws Exception {
        Identity vendor = endedInSummer();
        publishers.put("jardins.pem", vendor.certificate());
        Identity clock = Identity.of("CN=Horloge").authority().make();
        JarSignature signature =
                examined(stamped(vendor, stamping(clock), SPRING), clock.certificate());
        assertThat(signature.standing()).isEqualTo(KNOWN);
        assertThat(signature.signer().orElseThrow().signedAt()).contains(SPRING);
    }

    @Test
    void whatWasSignedTooLateIsExpiredWhateverTheDay() throws Exception {
        Identity vendor = endedInSummer();
        publishers.put("jardins.pem", vendor.certificate());
        Identity clock = Identity.of("CN=Horloge").authority().make();
        Instant autumn = Instant.parse("2026-10-01T08:00:00Z");
        JarSignature signature =
                examined(stamped(vendor, stamping(clock), autumn), clock.certificate());
        assertThat(signature.standing()).isEqualTo(EXPIRED);
        assertThat(signature.detail()).contains("at 2026-10-01");
    }

    @Test
    void anyonesOwnTimeStampDatesNothingBack() throws Exception {
        Identity vendor = endedInSummer();
        publishers.put("jardins.pem", vendor.certificate());
        Identity clock = Identity.of("CN=Horloge").authority().make();
        Identity thief = Identity.of("CN=Horloge").authority().make();
        JarSignature signature =
                examined(stamped(vendor, stamping(thief), SPRING), clock.certificate());
        assertThat(signature.standing()).isEqualTo(EXPIRED);
        assertThat(signature.signer().orElseThrow().signedAt()).isEmpty();
    }

    @Test
    void aTimeStampFromTheFutureIsNotBelieved() throws Exception {
        Identity vendor = Identity.of("CN=Jardins").valid("2026-12-01", "2027-12-01").make();
        publishers.put("jardins.pem", vendor.certificate());
        Identity clock = Identity.of("CN=Horloge").authority().make();
        Instant soon = Instant.parse("2026-12-24T08:00:00Z");
        assertThat(examined(stamped(vendor, stamping(clock), soon), clock.certificate()).standing())
                .isEqualTo(EXPIRED);
    }

    @Test
    void theJdkBringsAuthoritiesForTimeStamps() {
        assertThat(TimestampAuthorities.ofTheJdk(TODAY).authorities()).hasSizeGreaterThan(10);
    }

    private static Identity endedInSummer() throws Exception {
        return Identity.of("CN=Jardins").valid("2026-01-01", "2026-07-01").make();
    }

    private static Identity stamping(Identity authority) throws Exception {
        return Identity.of("CN=Horloge 1")
                .issuedBy(authority)
                .purpose(KeyPurposeId.id_kp_timeStamping)
                .make();
    }

    private static TestJar stamped(Identity vendor, Identity stamping, Instant time)
            throws Exception {
        try (StampServer server = new StampServer(stamping, time)) {
            return TestJar.ofAModule()
                    .signed(vendor, "SIGNER", signer -> signer.tsa(server.address()));
        }
    }
}
