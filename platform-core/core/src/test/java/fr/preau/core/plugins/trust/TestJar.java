package fr.preau.core.plugins.trust;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import jdk.security.jarsigner.JarSigner;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;

/** A jar a test makes, signs, and then does things to. */
record TestJar(Map<String, byte[]> entries) {

    static final String MANIFEST = "META-INF/MANIFEST.MF";

    static TestJar ofAModule() {
        return new TestJar(Map.of())
                .with(MANIFEST, "Manifest-Version: 1.0\r\nBundle-SymbolicName: garden\r\n\r\n")
                .with("garden/Garden.class", "a class")
                .with("texts_fr.properties", "garden=Jardin")
                .with("META-INF/preau/plugin.json", "{}");
    }

    TestJar with(String name, String content) {
        return with(name, content.getBytes(UTF_8));
    }

    TestJar with(String name, byte[] content) {
        Map<String, byte[]> more = new LinkedHashMap<>(entries);
        more.put(name, content);
        return new TestJar(more);
    }

    TestJar without(String name) {
        Map<String, byte[]> fewer = new LinkedHashMap<>(entries);
        if (fewer.remove(name) == null) {
            throw new IllegalArgumentException(name + " is not in " + fewer.keySet());
        }
        return new TestJar(fewer);
    }

    String text(String name) {
        return new String(bytes(name), UTF_8);
    }

    byte[] bytes(String name) {
        return Optional.ofNullable(entries.get(name)).orElseThrow();
    }

    TestJar signed(Identity by) throws Exception {
        return signed(by, "SIGNER", signer -> signer);
    }

    TestJar signed(Identity by, String file, UnaryOperator<JarSigner.Builder> how)
            throws Exception {
        JarSigner signer =
                how.apply(new JarSigner.Builder(by.key(), by.path()).signerName(file)).build();
        Path unsigned = written();
        Path signed = Files.createTempFile(Path.of("target"), "signed", ".jar");
        try (ZipFile in = new ZipFile(unsigned.toFile());
                OutputStream out = Files.newOutputStream(signed)) {
            signer.sign(in, out);
        }
        return read(signed);
    }

    /** By hand, as no good tool does it: only some entries, with or without the headers. */
    TestJar signedPartly(Identity by, String file, List<String> names, String headers)
            throws Exception {
        StringBuilder manifest = new StringBuilder(text(MANIFEST));
        StringBuilder digests = new StringBuilder("Signature-Version: 1.0\r\n" + headers + "\r\n");
        for (String name : names) {
            String section = section(name, bytes(name));
            manifest.append(section);
            digests.append(section(name, section.getBytes(UTF_8)));
        }
        byte[] sf = digests.toString().getBytes(UTF_8);
        CMSSignedDataGenerator block = new CMSSignedDataGenerator();
        block.addSignerInfoGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder()
                        .build("SHA256withECDSA", by.key(), by.certificate()));
        block.addCertificates(new JcaCertStore(by.chain()));
        byte[] der = block.generate(new CMSProcessableByteArray(sf), false).getEncoded();
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put(MANIFEST, manifest.toString().getBytes(UTF_8));
        all.put("META-INF/" + file + ".SF", sf);
        all.put("META-INF/" + file + ".EC", der);
        entries.forEach(all::putIfAbsent);
        return new TestJar(all);
    }

    /** A header that says what the headers of the manifest were when it was signed. */
    String digestOfHeaders() throws Exception {
        return "SHA-256-Digest-Manifest-Main-Attributes: " + digest(bytes(MANIFEST)) + "\r\n";
    }

    private static String section(String name, byte[] content) throws Exception {
        return "Name: " + name + "\r\nSHA-256-Digest: " + digest(content) + "\r\n\r\n";
    }

    private static String digest(byte[] content) throws Exception {
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(content));
    }

    Path written() throws IOException {
        Path file = Files.createTempFile(Path.of("target"), "module", ".jar");
        return Files.write(file, bytes());
    }

    /** With one name written over another of the same length, in both places it stands. */
    Path written(String name, String asIfIt) throws IOException {
        String text = new String(bytes(), ISO_8859_1);
        Path file = Files.createTempFile(Path.of("target"), "module", ".jar");
        return Files.write(file, text.replace(name, asIfIt).getBytes(ISO_8859_1));
    }

    private byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static TestJar read(Path jar) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry each : zip.stream().map(ZipEntry.class::cast).toList()) {
                entries.put(each.getName(), zip.getInputStream(each).readAllBytes());
            }
        }
        Files.delete(jar);
        return new TestJar(entries);
    }
}
