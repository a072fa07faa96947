package fr.preau.core.releases;

import fr.preau.api.school.Uai;
import fr.preau.core.audit.AuditLog.Actor;
import fr.preau.core.modules.ModuleSchemas;
import fr.preau.core.modules.ModuleStates;
import fr.preau.core.plugins.JarScripts;
import fr.preau.core.plugins.manifest.AskedPermission;
import fr.preau.core.plugins.manifest.PluginManifest;
import fr.preau.core.plugins.manifest.PluginRefused;
import fr.preau.core.plugins.manifest.UsedService;
import fr.preau.core.tenancy.MigrationScripts;
import fr.preau.core.tenancy.Tenant;
import fr.preau.core.tenancy.Tenants;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The modules that the Département has, and what an operator can do with their releases. */
public final class ModuleCatalogue {

    private final ReleaseStore store;
    private final DesiredModules desired;
    private final ModuleStates states;
    private final ModuleSchemas schemas;
    private final Tenants tenants;
    private final Path jars;

    /**
     * @param jars a folder of this node for jars
     */
    public ModuleCatalogue(
            ReleaseStore store,
            DesiredModules desired,
            ModuleStates states,
            ModuleSchemas schemas,
            Tenants tenants,
            Path jars) {
        this.store = store;
        this.desired = desired;
        this.states = states;
        this.schemas = schemas;
        this.tenants = tenants;
        this.jars = jars;
    }

    /** All modules that were ever wanted, with what should run of each. */
    public Collection<DesiredModule> modules() {
        return desired.all().values();
    }

    public Optional<DesiredModule> find(String module) {
        return desired.find(module);
    }

    /** The releases of a module, the newest first. */
    public List<Release> releases(String module) {
        return store.of(module);
    }

    /** The release that should run of a module. */
    public Optional<Release> running(String module) {
        return desired.find(module).flatMap(DesiredModule::release).flatMap(store::find);
    }

    /** The release that should run, or else the newest: what the module last said of itself. */
    public Optional<Release> last(String module) {
        return running(module).or(() -> releases(module).stream().findFirst());
    }

    /** The text of a release's manifest, as its publisher wrote it. */
    public String manifest(Release release) {
        return store.manifest(release.sha256()).orElse("{}");
    }

    /** The release that should run of each module, in one statement. */
    public Map<String, Release> running() {
        List<String> wanted =
                modules().stream().flatMap(module -> module.release().stream()).toList();
        return store.find(wanted).stream()
                .collect(Collectors.toMap(Release::module, Function.identity()));
    }

    /** All releases by module, the newest of each first, in one statement. */
    public Map<String, List<Release>> allReleases() {
        return store.all().stream().collect(Collectors.groupingBy(Release::module));
    }

    /** What a module was given, when and by whom. */
    public List<Grant> grants(String module) {
        return desired.grants(module);
    }

    /** A release of a module. */
    public Optional<Release> release(String module, String sha256) {
        return store.find(sha256).filter(release -> release.module().equals(module));
    }

    /**
     * Takes a jar that an operator brings; it runs once it is {@link #run wanted}.
     *
     * @param file the name it comes with
     */
    public Release bring(Actor actor, InputStream jar, String file)
            throws PluginRefused, IOException {
        Files.createDirectories(jars);
        Path part = Files.createTempFile(jars, "brought", ".part");
        try {
            Files.copy(jar, part, StandardCopyOption.REPLACE_EXISTING);
            return store.keep(part, file, actor);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** What running this release would change. */
    public Rehearsal rehearse(Release to) throws PluginRefused {
        Optional<Release> from = running(to.module());
        MigrationScripts scripts = scripts(to);
        List<String> run = new ArrayList<>();
        List<String> undone = new ArrayList<>();
        List<String> irreversible = new ArrayList<>();
        int colleges = 0;
        Map<Uai, String> reached = schemas.reached(to.module());
        MigrationScripts now = scriptsOfTables(to);
        for (Tenant tenant : tenants.places()) {
            String version = reached.get(tenant.college().uai());
            if (version == null && !states.isOn(tenant.college().uai(), to.module())) {
                continue;
            }
            List<String> missing = names(scripts.after(version == null ? "" : version));
            List<String> beyond =
                    version == null || !missing.isEmpty()
                            ? List.of()
                            : names(between(now, scripts.lastVersion(), version));
            if (!missing.isEmpty() || !beyond.isEmpty()) {
                colleges++;
            }
            add(run, missing);
            add(undone, beyond);
        }
        if (!undone.isEmpty()) {
            add(irreversible, now.notUndone(scripts.lastVersion()));
        }
        return new Rehearsal(
                from,
                to,
                more(to),
                fewer(to),
                run,
                undone,
                irreversible,
                colleges,
                median(schemas.durations(to.module())),
                losing(from, to.manifest()));
    }

    /**
     * The scripts that made the tables that a release would find. A module that was removed has
     * left its tables as its last release had them.
     */
    MigrationScripts scriptsOfTables(Release to) throws PluginRefused {
        Optional<Release> last =
                running(to.module())
                        .or(
                                () ->
                                        desired.find(to.module())
                                                .flatMap(DesiredModule::previous)
                                                .flatMap(store::find));
        return scripts(last.orElse(to));
    }

    private static List<MigrationScripts.Script> between(
            MigrationScripts scripts, String after, String upTo) {
        Set<String> beyond = new HashSet<>(names(scripts.after(upTo)));
        return scripts.after(after).stream()
                .filter(script -> !beyond.contains(script.name()))
                .toList();
    }

    private static List<String> names(List<MigrationScripts.Script> scripts) {
        return scripts.stream().map(MigrationScripts.Script::name).toList();
    }

    private static void add(List<String> all, List<String> more) {
        more.stream().filter(name -> !all.contains(name)).forEach(all::add);
    }

    /** The jar of a release, as a file of this node. */
    public Path jar(Release release) throws PluginRefused {
        return store.fetch(release, jars);
    }

    /** The scripts of a release. */
    public MigrationScripts scripts(Release release) throws PluginRefused {
        return JarScripts.of(jar(release), release.manifest());
    }

    /** The scripts of the release that ran before the one that should run. */
    public Optional<MigrationScripts> scriptsBefore(String module) throws PluginRefused {
        Optional<Release> before =
                desired.find(module).flatMap(DesiredModule::previous).flatMap(store::find);
        return before.isPresent() ? Optional.of(scripts(before.get())) : Optional.empty();
    }

    private List<AskedPermission> more(Release to) {
        Optional<DesiredModule> now = desired.find(to.module());
        return to.manifest().permissions().stream()
                .filter(
                        asked ->
                                now.map(
                                                module ->
                                                        !module.granted()
                                                                        .contains(
                                                                                asked.permission())
                                                                || !module.hosts()
                                                                        .containsAll(asked.hosts()))
                                        .orElse(true))
                .toList();
    }

    private List<String> fewer(Release to) {
        return desired.find(to.module()).stream()
                .flatMap(module -> module.granted().stream())
                .filter(permission -> !to.manifest().asked().contains(permission))
                .map(permission -> permission.code())
                .sorted()
                .toList();
    }

    private static Optional<Duration> median(List<Duration> durations) {
        return durations.stream().sorted().skip(durations.size() / 2).findFirst();
    }

    private List<LostService> losing(Optional<Release> from, PluginManifest to) {
        Set<String> lost =
                new HashSet<>(from.map(release -> release.manifest().offers()).orElse(Set.of()));
        lost.removeAll(to.offers());
        return usersOf(lost, to.id());
    }

    /** Who would lose something without this module, as things should run. */
    public List<LostService> losingWithout(String module) {
        return running(module)
                .map(release -> usersOf(release.manifest().offers(), module))
                .orElse(List.of());
    }

    /** The other modules that use one of these services. */
    private List<LostService> usersOf(Set<String> services, String besides) {
        if (services.isEmpty()) {
            return List.of();
        }
        return running().values().stream()
                .map(Release::manifest)
                .filter(user -> !user.id().equals(besides))
                .flatMap(
                        user ->
                                user.uses().stream()
                                        .filter(used -> services.contains(used.name()))
                                        .map(used -> lost(user, used)))
                .sorted(
                        Comparator.comparing(LostService::title)
                                .thenComparing(LostService::service))
                .toList();
    }

    private static LostService lost(PluginManifest user, UsedService used) {
        return new LostService(user.id(), user.title(), used.name(), used.required());
    }

    /**
     * Wants a release to run, with the permissions it asks for: whoever does this has read them.
     *
     * @return what stands in the way, if anything does; then nothing was done
     */
    public Optional<Obstacle> run(Actor actor, Release release, boolean grants)
            throws PluginRefused {
        Rehearsal rehearsal = rehearse(release);
        if (!rehearsal.isPossible()) {
            return Optional.of(
                    new Obstacle("irreversible", String.join(", ", rehearsal.irreversible())));
        }
        if (!rehearsal.more().isEmpty() && !grants) {
            return Optional.of(
                    new Obstacle(
                            "permissions",
                            rehearsal.more().stream()
                                    .map(asked -> asked.permission().code())
                                    .collect(Collectors.joining(", "))));
        }
        desired.grantAndWant(actor, act(rehearsal), release);
        return Optional.empty();
    }

    /**
     * Why something can't be done.
     *
     * @param word the end of the key of its text
     * @param detail what it is about
     */
    public record Obstacle(String word, @Nullable String detail) {}

    private static String act(Rehearsal rehearsal) {
        if (rehearsal.from().isEmpty()) {
            return DesiredModules.INSTALLED;
        }
        return rehearsal.goesBack() ? DesiredModules.ROLLED_BACK : DesiredModules.UPDATED;
    }

    /** Stops a module everywhere; its data, its releases and its switches stay. */
    public void remove(Actor actor, String module) {
        desired.remove(actor, module);
    }
}
