package fr.preau.core.node;

import fr.preau.api.data.NewIds;
import fr.preau.api.document.Documents;
import fr.preau.api.event.Events;
import fr.preau.api.files.FileStore;
import fr.preau.api.notice.Notices;
import fr.preau.api.plugin.Permission;
import fr.preau.api.safety.Writing;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.api.school.Uai;
import fr.preau.api.seal.Seals;
import fr.preau.api.service.Services;
import fr.preau.api.settings.Settings;
import fr.preau.api.web.Site;
import fr.preau.api.web.Web;
import fr.preau.api.work.Tasks;
import fr.preau.core.audit.AuditLog;
import fr.preau.core.calendar.OfficialSchoolCalendar;
import fr.preau.core.contracts.ModuleCalls;
import fr.preau.core.contracts.OpenModules;
import fr.preau.core.directory.JpaDirectory;
import fr.preau.core.documents.PdfDocuments;
import fr.preau.core.events.ModuleEvents;
import fr.preau.core.events.Outbox;
import fr.preau.core.events.Outside;
import fr.preau.core.files.FileLimits;
import fr.preau.core.files.FileStores;
import fr.preau.core.modules.GatedModules;
import fr.preau.core.modules.ModuleGate;
import fr.preau.core.modules.ModuleSchemas;
import fr.preau.core.modules.ModuleStates;
import fr.preau.core.modules.OpenModulesOfNode;
import fr.preau.core.modules.TasksOfModule;
import fr.preau.core.notices.ModuleNotices;
import fr.preau.core.notices.NoticeBoard;
import fr.preau.core.persistence.PersistenceUnits;
import fr.preau.core.persistence.tables.OwnTables;
import fr.preau.core.plugins.PluginHost;
import fr.preau.core.plugins.gate.CallGate;
import fr.preau.core.plugins.gate.ModuleCircuits;
import fr.preau.core.plugins.gate.ModuleMeter;
import fr.preau.core.plugins.gate.ModuleQuarantine;
import fr.preau.core.plugins.manifest.PluginManifest;
import fr.preau.core.safety.WritingClosures;
import fr.preau.core.safety.WritingHere;
import fr.preau.core.seal.SealSecret;
import fr.preau.core.seal.SealsOfModule;
import fr.preau.core.services.ModuleServices;
import fr.preau.core.services.ServiceCalls;
import fr.preau.core.settings.ModuleSettings;
import fr.preau.core.settings.SettingsOfModule;
import fr.preau.core.tenancy.SpaceProvisioning;
import fr.preau.core.tenancy.Tenants;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.core.turns.WorkTurns;
import fr.preau.core.web.HostsOnly;
import fr.preau.core.web.SiteOfModule;
import fr.preau.core.web.StandIns;
import jakarta.persistence.EntityManagerFactory;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;

/**
 * What runs modules on a node and what they are handed, put together in one way for production and
 * for the test kit of vendors.
 */
public final class ModuleParts implements AutoCloseable {

    private final UnitsOfWork units;
    private final EntityManagerFactory directoryUnit;
    private final JpaDirectory directory;
    private final PluginHost host;
    private final FileStores files;
    private final ModuleStates states;
    private final ModuleSchemas schemas;
    private final ModuleSettings settings;
    private final NoticeBoard notices;
    private final WritingClosures writing;
    private final ModuleGate gate;
    private final ModuleQuarantine quarantine;
    private final ModuleCircuits circuits;
    private final ModuleMeter meter;
    private final CallGate calls;
    private final OpenModules open;
    private final ModuleCalls gated;
    private final PdfDocuments documents;
    private final SchoolCalendar calendar = OfficialSchoolCalendar.zoneC();
    private final StandIns standIns;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(5))
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    /**
     * @param secret of the installation, the same on every node
     * @param site how people reach Préau, as in {@code https://ent.example}
     * @param standIns who answers instead of servers outside
     * @param framework a folder for the framework of bundles
     * @param background where a bundle is started and stopped
     * @param threads makes the threads of modules
     */
    public ModuleParts(
            UnitsOfWork units,
            SpaceProvisioning provisioning,
            Tenants tenants,
            AuditLog audit,
            Clock clock,
            NewIds ids,
            String secret,
            String site,
            StandIns standIns,
            Path framework,
            Executor background,
            ThreadFactory threads) {
        this.units = units;
        PersistenceUnits persistence = new PersistenceUnits(units);
        directoryUnit =
                persistence.create(
                        "directory",
                        OwnTables.ofCore(),
                        ModuleParts.class.getClassLoader(),
                        JpaDirectory.entities().stream().map(Class::getName).toList());
        directory =
                new JpaDirectory(
                        () -> units.current().entityManager(directoryUnit),
                        (question, ask) -> units.current().once(question, ask),
                        clock);
        host = new PluginHost(framework, units, persistence, directory, clock, background, threads);
        files = new FileStores(units, ids::next, clock, FileLimits.USUAL);
        states = new ModuleStates(units, audit, clock);
        schemas = new ModuleSchemas(units, provisioning, clock);
        settings = new ModuleSettings(units, audit, clock);
        notices = new NoticeBoard(units, clock);
        writing = new WritingClosures(units, audit, clock);
        gate = new ModuleGate(host, states, schemas);
        quarantine = new ModuleQuarantine(units, audit, clock);
        circuits = new ModuleCircuits(quarantine, clock);
        meter = new ModuleMeter(units, clock);
        calls = new CallGate(circuits, meter, quarantine);
        open = new OpenModulesOfNode(tenants, states, schemas, gate);
        gated = new GatedModules(gate, calls);
        documents =
                new PdfDocuments(
                        () -> tenants.byUai(units.current().space().uai()).orElseThrow().college(),
                        clock,
                        threads);
        this.standIns = standIns;
        offer(ids);
        host.offerFor(
                Site.class,
                manifest ->
                        new SiteOfModule(
                                site, manifest.id(), place -> slug(tenants, place), standIns));
        SealSecret seals = new SealSecret(secret);
        host.offerFor(Seals.class, manifest -> new SealsOfModule(manifest.id(), units, seals));
    }

    private static String slug(Tenants tenants, Uai place) {
        return tenants.byUai(place)
                .map(tenant -> tenant.college().slug())
                .orElseThrow(() -> new IllegalArgumentException("there is no place " + place));
    }

    /** What modules are handed, each as far as it was granted. */
    private void offer(NewIds ids) {
        host.offer(NewIds.class, ids);
        host.offer(SchoolCalendar.class, calendar);
        host.offer(Documents.class, documents);
        host.offerOwn(
                FileStore.class, Permission.FILES, manifest -> files.forModule(manifest.id()));
        host.offerOwn(Web.class, Permission.NETWORK, this::web);
        host.offer(Writing.class, new WritingHere(units, writing));
        host.offerFor(Settings.class, manifest -> new SettingsOfModule(manifest, units, settings));
        host.offerFor(Notices.class, manifest -> new ModuleNotices(manifest, notices));
    }

    /** What modules do for each other and by themselves is handed to them too. */
    public void offerWork(Outbox outbox, WorkTurns turns, ServiceCalls services) {
        host.offerEach(Events.class, (words, json) -> new ModuleEvents(words, json, outbox));
        host.offerEach(Services.class, (words, json) -> new ModuleServices(words, json, services));
        host.offerEach(
                Tasks.class,
                (words, json) -> new TasksOfModule(words.id(), json, units, gated, turns));
    }

    private Web web(PluginManifest manifest) {
        return new HostsOnly(client, manifest.hosts(), standIns);
    }

    /** The servers outside, as far as modules may ask them. */
    public Outside outside() {
        return (module, request) ->
                host.find(module)
                        .filter(plugin -> plugin.granted().contains(Permission.NETWORK))
                        .map(plugin -> web(plugin.manifest()))
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                module + " may ask no server outside"))
                        .send(request);
    }

    public JpaDirectory directory() {
        return directory;
    }

    public PluginHost host() {
        return host;
    }

    public FileStores files() {
        return files;
    }

    public ModuleStates states() {
        return states;
    }

    public ModuleSchemas schemas() {
        return schemas;
    }

    public ModuleSettings settings() {
        return settings;
    }

    /** Where writing is closed. */
    public WritingClosures writing() {
        return writing;
    }

    /** Where modules tell people what concerns them. */
    public NoticeBoard notices() {
        return notices;
    }

    public ModuleGate gate() {
        return gate;
    }

    public ModuleQuarantine quarantine() {
        return quarantine;
    }

    public ModuleCircuits circuits() {
        return circuits;
    }

    public ModuleMeter meter() {
        return meter;
    }

    public CallGate calls() {
        return calls;
    }

    /** The modules that answer at each collège. */
    public OpenModules open() {
        return open;
    }

    /** The way to call them. */
    public ModuleCalls gated() {
        return gated;
    }

    /** The days of school of the Département. */
    public SchoolCalendar calendar() {
        return calendar;
    }

    @Override
    public void close() {
        host.close();
        documents.close();
        directoryUnit.close();
    }
}
