package fr.preau.core.plugins.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The folder an operator fills by hand, with all that ends up in such folders. */
class KnownPublishersTest {

    private final Path folder = Publishers.inANewFolder().folder();

    @Test
    void eachFileIsAPublisherInTheOrderOfTheirNames() throws Exception {
        Publishers publishers =
                new Publishers(folder)
                        .put("b.crt", Identity.of("CN=Vergers").make().certificate())
                        .put("a.pem", Identity.of("CN=Jardins").make().certificate());
        KnownPublishers.Look look = publishers.known().read();
        assertThat(look.trusted())
                .extracting(KnownPublisher::name)
                .containsExactly("Jardins", "Vergers");
        assertThat(look.trusted())
                .extracting(KnownPublisher::file)
                .containsExactly("a.pem", "b.crt");
        assertThat(look.problems()).isEmpty();
    }

    @Test
    void whatIsPutInOrReplacedHoldsAtTheNextLook() throws Exception {
        Publishers publishers = new Publishers(folder);
        KnownPublishers known = publishers.known();
        assertThat(known.read().trusted()).isEmpty();
        publishers.put("a.pem", Identity.of("CN=Jardins").make().certificate());
        assertThat(known.read().trusted())
                .extracting(KnownPublisher::name)
                .containsExactly("Jardins");
        publishers.put("a.pem", Identity.of("CN=Vergers").make().certificate());
        assertThat(known.read().trusted())
                .extracting(KnownPublisher::name)
                .containsExactly("Vergers");
    }

    @Test
    void aBadFileIsNamedAndTheOthersCount() throws Exception {
        Publishers publishers =
                new Publishers(folder)
                        .put("broken.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n")
                        .put("empty.pem", "")
                        .put("good.pem", Identity.of("CN=Jardins").make().certificate())
                        .put(
                                "key.pem",
                                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n")
                        .put("large.pem", "x".repeat(70_000))
                        .put("readme.txt", "not a certificate, and not asked for")
                        .put("weak.pem", Identity.of("CN=Vieux").rsa(1024).make().certificate());
        Files.createDirectory(folder.resolve("folder.pem"));
        KnownPublishers.Look look = publishers.known().read();
        assertThat(look.trusted()).extracting(KnownPublisher::file).containsExactly("good.pem");
        assertThat(look.problems())
                .extracting(each -> each.substring(0, each.indexOf(':')))
                .containsExactly(
                        "broken.pem",
                        "empty.pem",
                        "folder.pem",
                        "key.pem",
                        "large.pem",
                        "weak.pem");
    }

    @Test
    void aChainIsRefusedLestThePublicAuthorityAtItsEndBecomesTrusted() throws Exception {
        Identity root = Identity.of("CN=Autorité publique").authority().make();
        Identity vendor = Identity.of("CN=Jardins").issuedBy(root).make();
        KnownPublishers.Look look =
                new Publishers(folder)
                        .put(
                                "chain.pem",
                                Publishers.pem(vendor.certificate())
                                        + Publishers.pem(root.certificate()))
                        .known()
                        .read();
        assertThat(look.trusted()).isEmpty();
        assertThat(look.problems())
                .containsExactly("chain.pem: holds 2 certificates where it must hold one");
    }

    @Test
    void onlyAnAuthorityIsToldAsOne() throws Exception {
        KnownPublishers.Look look =
                new Publishers(folder)
                        .put("a.pem", Identity.of("CN=Autorité").authority().make().certificate())
                        .put("b.pem", Identity.of("CN=Jardins").make().certificate())
                        .known()
                        .read();
        assertThat(look.trusted())
                .extracting(KnownPublisher::isAuthority)
                .containsExactly(true, false);
    }

    @Test
    void aFolderThatIsNotThereIsAProblemAndNobodyIsKnown() {
        KnownPublishers.Look look = KnownPublishers.in(folder.resolve("none")).read();
        assertThat(look.trusted()).isEmpty();
        assertThat(look.problems()).singleElement().asString().contains("folder of publishers");
    }

    @Test
    void withoutASettingNobodyIsKnownAndNothingIsWrong() {
        assertThat(KnownPublishers.none().read().trusted()).isEmpty();
        assertThat(KnownPublishers.none().read().problems()).isEmpty();
    }
}
