package fr.preau.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * {@code mvn preau:watch}: until Ctrl-C, each save becomes a jar in the folder of a running demo.
 */
@Mojo(name = "watch", requiresDependencyResolution = ResolutionScope.COMPILE, threadSafe = true)
public final class WatchMojo extends AbstractMojo {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    /** The module. */
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    /** The checkout of Préau in which {@code mvn -Pdemo} runs. */
    @Parameter(property = "preau.demo", defaultValue = "${preau.demo}", required = true)
    private File demo;

    /** The root package of the module. */
    @Parameter(defaultValue = "${plugin.package}", required = true)
    private String rootPackage;

    /** The instructions for bnd. */
    @Parameter(defaultValue = "${preau.bnd}", required = true)
    private String bundle;

    /** Made by Maven, which sets what it needs. */
    @SuppressWarnings("NullAway.Init")
    public WatchMojo() {}

    @Override
    public void execute() throws MojoExecutionException {
        Path inbox = demo.toPath().resolve(".preau").resolve("plugins");
        if (!Files.isDirectory(inbox)) {
            throw new MojoExecutionException(
                    "No demo has run in "
                            + demo
                            + ": start it there with mvn -Pdemo, and say where that is with"
                            + " -Dpreau.demo=/path/to/preau");
        }
        try {
            watch(inbox);
        } catch (IOException e) {
            throw new MojoExecutionException("The sources can't be watched", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch(Path inbox)
            throws IOException, InterruptedException, MojoExecutionException {
        ModuleSources sources =
                new ModuleSources(project.getBasedir().toPath().resolve("src/main"));
        SavedModule module =
                new SavedModule(sources, build(sources), inbox, project.getArtifactId(), getLog());
        while (!Thread.currentThread().isInterrupted()) {
            module.deliverIfSaved();
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
    }

    private ModuleBuild build(ModuleSources sources) throws IOException, MojoExecutionException {
        Path work =
                Files.createDirectories(
                        Path.of(project.getBuild().getDirectory()).resolve("watch"));
        return new ModuleBuild(
                sources, rootPackage, work, classpath(), bundle, project.getVersion());
    }

    private List<Path> classpath() throws MojoExecutionException {
        try {
            return project.getCompileClasspathElements().stream()
                    .map(Path::of)
                    .filter(Files::isRegularFile)
                    .toList();
        } catch (DependencyResolutionRequiredException e) {
            throw new MojoExecutionException("The class path is not known", e);
        }
    }
}
