package fr.preau.core.plugins.trust;

import static fr.preau.core.plugins.trust.SignatureStanding.CHANGED;
import static fr.preau.core.plugins.trust.SignatureStanding.UNSIGNED;
import static fr.preau.core.plugins.trust.SignatureStanding.WEAK;

import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.cert.Certificate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds out who signed a jar, and whether it is still what was signed, without running any of it.
 *
 * <p>The file must not change meanwhile or afterwards: examine the very copy that is installed.
 */
public final class JarExamination {

    private final KnownPublishers known;
    private final SignerJudgement judgement;
    private final JarLimits limits;

    public JarExamination(KnownPublishers known, SignerJudgement judgement, JarLimits limits) {
        this.known = known;
        this.judgement = judgement;
        this.limits = limits;
    }

    /** Reads the jar twice, whole; takes well under a second for a module of usual size. */
    public JarSignature examine(Path jar) {
        try {
            JarContents contents = JarContents.of(jar, limits);
            SignatureFiles files = new SignatureFiles(contents.signing());
            if (files.none()) {
                return JarSignature.of(UNSIGNED, "is not signed");
            }
            SignedEntries entries = SignedEntries.of(jar, contents);
            return entries.signers().isEmpty()
                    ? withoutEffect(files)
                    : best(entries, files, known.read().trusted());
        } catch (ExaminationEnded e) {
            return e.signature();
        }
    }

    private static JarSignature withoutEffect(SignatureFiles files) {
        return files.weakness()
                .map(
                        reason ->
                                JarSignature.of(
                                        WEAK, "is signed in a way that is forged: " + reason))
                .orElseGet(
                        () -> JarSignature.of(CHANGED, "has a signature that covers none of it"));
    }

    /** Of several who each signed everything, the one who stands best. */
    private JarSignature best(
            SignedEntries entries, SignatureFiles files, List<KnownPublisher> trusted) {
        return entries.signers().stream()
                .map(signer -> judge(signer, files, trusted))
                .min(Comparator.comparing(JarSignature::standing))
                .orElseThrow();
    }

    private JarSignature judge(
            CodeSigner signer, SignatureFiles files, List<KnownPublisher> trusted) {
        Certificate own = signer.getSignerCertPath().getCertificates().get(0);
        Optional<String> weakness = files.weaknessOf(own);
        return judgement.judge(signer, weakness, trusted);
    }
}
