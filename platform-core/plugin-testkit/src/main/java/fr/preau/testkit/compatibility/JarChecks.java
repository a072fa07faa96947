package fr.preau.testkit.compatibility;

import fr.preau.core.plugins.manifest.ManifestMistake;
import fr.preau.core.plugins.manifest.ManifestReading;
import fr.preau.core.plugins.manifest.PluginManifest;
import fr.preau.core.plugins.manifest.PluginRefused;
import fr.preau.core.plugins.trust.JarExamination;
import fr.preau.core.plugins.trust.JarLimits;
import fr.preau.core.plugins.trust.JarSignature;
import fr.preau.core.plugins.trust.KnownPublishers;
import fr.preau.core.plugins.trust.SignatureStanding;
import fr.preau.core.plugins.trust.SignerJudgement;
import fr.preau.core.plugins.trust.TimestampAuthorities;
import fr.preau.core.plugins.weaving.CodeReview;
import fr.preau.core.plugins.weaving.Mention;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** What a jar shows before anything of it runs. */
final class JarChecks {

    private static final Set<SignatureStanding> BROKEN =
            EnumSet.of(
                    SignatureStanding.WEAK,
                    SignatureStanding.CHANGED,
                    SignatureStanding.UNREADABLE);

    private JarChecks() {}

    static List<CheckResult> of(Path jar) {
        return List.of(manifest(jar), signature(jar), code(jar));
    }

    private static CheckResult manifest(Path jar) {
        Notes notes = new Notes();
        try {
            ManifestReading reading = ManifestReading.of(PluginManifest.text(jar));
            for (ManifestMistake mistake : reading.mistakes()) {
                notes.fail(PluginManifest.ENTRY + ", " + mistake);
            }
            reading.manifest().ifPresent(manifest -> asks(manifest, notes));
        } catch (PluginRefused e) {
            notes.fail(e.reason());
        }
        return notes.result("manifest");
    }

    private static void asks(PluginManifest manifest, Notes notes) {
        manifest.permissions()
                .forEach(
                        asked ->
                                notes.note(
                                        "asks for "
                                                + asked.permission().code()
                                                + ": "
                                                + asked.reason()));
    }

    private static CheckResult signature(Path jar) {
        Notes notes = new Notes();
        Clock clock = Clock.systemUTC();
        JarSignature signature =
                new JarExamination(
                                KnownPublishers.none(),
                                new SignerJudgement(TimestampAuthorities.ofTheJdk(clock), clock),
                                JarLimits.USUAL)
                        .examine(jar);
        String found = signature.standing() + ": " + signature.detail();
        if (BROKEN.contains(signature.standing())) {
            notes.fail(found);
        } else {
            notes.note(found);
        }
        return notes.result("signature");
    }

    private static CheckResult code(Path jar) {
        Notes notes = new Notes();
        try {
            CodeReview review = CodeReview.of(jar);
            review.problems().forEach(notes::fail);
            new TreeMap<>(review.counts())
                    .forEach((category, count) -> notes.note(category + ": " + count + " times"));
            review.mentions().stream()
                    .filter(mention -> mention.held() == Mention.Held.REFUSED)
                    .forEach(mention -> notes.note("would be refused: " + named(mention)));
            review.deprecated().forEach(use -> notes.note(use.toString()));
        } catch (IOException e) {
            notes.fail("the jar can't be read: " + e.getMessage());
        }
        return notes.result("code");
    }

    private static String named(Mention mention) {
        return mention.place() + " names " + mention.what();
    }
}
