package fr.preau.core.plugins.trust;

import static fr.preau.core.plugins.trust.SignatureStanding.CHANGED;
import static fr.preau.core.plugins.trust.SignatureStanding.UNREADABLE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * Who signed all that a jar holds, by the JDK's own check of every byte.
 *
 * @param signers each signed every entry; empty if no entry is signed by anybody
 */
record SignedEntries(Set<CodeSigner> signers) {

    /** Reads every entry to its end, for only then its digest has been compared. */
    static SignedEntries of(Path jar, JarContents contents) throws ExaminationEnded {
        try (JarFile file = new JarFile(jar.toFile(), true, JarFile.OPEN_READ)) {
            Walk walk = new Walk();
            byte[] chunk = new byte[16_384];
            for (JarEntry entry : Collections.list(file.entries())) {
                try (InputStream in = file.getInputStream(entry)) {
                    while (in.read(chunk) >= 0) {
                        // The check is in the reading.
                    }
                }
                walk.take(entry);
            }
            SignedEntries signed = walk.end();
            signed.missing(file.getManifest(), contents);
            return signed;
        } catch (SecurityException e) {
            throw new ExaminationEnded(
                    CHANGED, "is not what was signed: " + Shown.text("" + e.getMessage()));
        } catch (IOException | IllegalArgumentException e) {
            throw new ExaminationEnded(UNREADABLE, "can't be read: " + e.getMessage());
        }
    }

    /** The JDK does not miss what was taken out of a jar. */
    private void missing(Manifest manifest, JarContents contents) throws ExaminationEnded {
        if (signers.isEmpty()) {
            return;
        }
        for (String name : manifest.getEntries().keySet()) {
            if (!contents.holds(name) && digested(manifest, name)) {
                throw new ExaminationEnded(
                        CHANGED, Shown.text(name) + " was signed and is no longer there");
            }
        }
    }

    private static boolean digested(Manifest manifest, String name) {
        return manifest.getAttributes(name).keySet().stream()
                .anyMatch(key -> key.toString().endsWith("-Digest"));
    }

    /** What the entries read so far have in common. */
    private static final class Walk {

        private Optional<Set<CodeSigner>> common = Optional.empty();
        private Optional<String> unsigned = Optional.empty();
        private boolean anySigned;

        void take(JarEntry entry) {
            boolean emptyFolder = entry.isDirectory() && entry.getSize() == 0;
            if (emptyFolder || JarContents.isSigning(entry.getName())) {
                return;
            }
            CodeSigner[] found = entry.getCodeSigners();
            if (found == null || found.length == 0) {
                unsigned = unsigned.or(() -> Optional.of(entry.getName()));
                return;
            }
            anySigned = true;
            if (common.isPresent()) {
                common.get().retainAll(List.of(found));
            } else {
                common = Optional.of(new LinkedHashSet<>(List.of(found)));
            }
        }

        SignedEntries end() throws ExaminationEnded {
            if (!anySigned) {
                return new SignedEntries(Set.of());
            }
            if (unsigned.isPresent()) {
                throw new ExaminationEnded(
                        CHANGED,
                        Shown.text(unsigned.get()) + " is not signed, though other entries are");
            }
            Set<CodeSigner> signers = common.orElseThrow();
            if (signers.isEmpty()) {
                throw new ExaminationEnded(CHANGED, "nobody signed all of its entries");
            }
            return new SignedEntries(signers);
        }
    }
}
