package fr.preau.core.plugins;

import fr.preau.api.job.Job;
import fr.preau.core.contracts.ModuleWords;
import fr.preau.core.contracts.ModuleWords.Presence;
import fr.preau.core.plugins.manifest.DeclaredJob;
import fr.preau.core.plugins.manifest.PluginManifest;
import fr.preau.core.plugins.manifest.UsedService;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a manifest says about the module's dealings with others. */
public final class ManifestWords {

    private ManifestWords() {}

    public static ModuleWords of(PluginManifest manifest) {
        return new ModuleWords(
                manifest.id(),
                manifest.publishes(),
                manifest.listens(),
                manifest.offers(),
                manifest.uses().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        UsedService::name, ManifestWords::presence)),
                Stream.concat(manifest.college().jobs().stream(), departement(manifest))
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        DeclaredJob::id, ManifestWords::schedule)),
                departement(manifest).map(DeclaredJob::id).collect(Collectors.toUnmodifiableSet()));
    }

    private static Stream<DeclaredJob> departement(PluginManifest manifest) {
        return manifest.departement().stream().flatMap(part -> part.jobs().stream());
    }

    private static Presence presence(UsedService use) {
        return use.required() ? Presence.REQUIRED : Presence.OPTIONAL;
    }

    private static Job.Schedule schedule(DeclaredJob job) {
        if (job instanceof DeclaredJob.Repeated repeated) {
            return new Job.Every(repeated.every());
        }
        return new Job.Daily(((DeclaredJob.Daily) job).at());
    }
}
