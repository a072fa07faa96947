package fr.preau.core.plugins;

import fr.preau.core.plugins.manifest.PluginManifest;
import fr.preau.core.plugins.manifest.PluginRefused;
import fr.preau.core.plugins.weaving.BundleRules;
import fr.preau.core.plugins.weaving.CodeReview;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** Refuses a jar with which a module would act on the framework, or that can't be loaded here. */
public final class HarmlessJar {

    private HarmlessJar() {}

    /**
     * Before the framework sees it: a bundle that extends the framework does so when installed.
     *
     * @return what its code names
     */
    public static CodeReview require(Path jar, PluginManifest manifest) throws PluginRefused {
        try {
            CodeReview review = CodeReview.of(jar);
            if (!review.problems().isEmpty()) {
                throw new PluginRefused(
                        manifest.id() + " can't run here: " + String.join("; ", review.problems()));
            }
            return review;
        } catch (IOException | RuntimeException e) {
            throw new PluginRefused(manifest.id() + " can't be read: " + e.getMessage(), e);
        }
    }

    /** Once more, as the framework has understood it. */
    static void require(Bundle bundle, PluginManifest manifest) throws PluginRefused {
        Optional<String> problem = BundleRules.problem(FrameworkUtil.asMap(bundle.getHeaders("")));
        if (problem.isPresent()) {
            throw new PluginRefused(manifest.id() + " can't run here: " + problem.get());
        }
    }
}
