package fr.preau.testkit;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import fr.preau.api.plugin.Permission;
import fr.preau.api.route.Route;
import fr.preau.api.school.Uai;
import fr.preau.core.audit.AuditLog;
import fr.preau.core.audit.AuditLog.Actor;
import fr.preau.core.banners.Banners;
import fr.preau.core.data.ModuleData;
import fr.preau.core.data.PersonsData;
import fr.preau.core.directory.JpaDirectory;
import fr.preau.core.files.FileSpool;
import fr.preau.core.files.FileStores;
import fr.preau.core.identity.SignedIn;
import fr.preau.core.identity.TokenSigner;
import fr.preau.core.mail.MailQueue;
import fr.preau.core.modules.ModuleGate;
import fr.preau.core.modules.ModuleSchemas;
import fr.preau.core.modules.ModuleStates;
import fr.preau.core.modules.ModuleSwitchboard;
import fr.preau.core.node.ModuleParts;
import fr.preau.core.notices.ReceivedNotices;
import fr.preau.core.notices.bymail.MailAddresses;
import fr.preau.core.notices.bymail.MailWords;
import fr.preau.core.notices.bymail.NoticeChoices;
import fr.preau.core.notices.push.Devices;
import fr.preau.core.notices.push.PushKeys;
import fr.preau.core.notices.push.PushServices;
import fr.preau.core.notices.quiet.QuietHoursOfColleges;
import fr.preau.core.plugins.LivePlugin;
import fr.preau.core.plugins.PluginHost;
import fr.preau.core.plugins.gate.CallGate;
import fr.preau.core.plugins.gate.ModuleCircuits;
import fr.preau.core.plugins.gate.ModuleQuarantine;
import fr.preau.core.plugins.manifest.PluginRefused;
import fr.preau.core.releases.ReleaseStore;
import fr.preau.core.tenancy.CollegeOpening;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.MigrationRefused;
import fr.preau.core.tenancy.MigrationScripts;
import fr.preau.core.tenancy.SpaceTables;
import fr.preau.core.tenancy.Tenant;
import fr.preau.core.tenancy.Tenants;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.core.web.StandIns;
import fr.preau.portal.administration.QuietHoursRoutes;
import fr.preau.portal.administration.SettingsRoutes;
import fr.preau.portal.console.Figures;
import fr.preau.portal.dispatch.Bell;
import fr.preau.portal.dispatch.CollegeAddresses;
import fr.preau.portal.dispatch.Dispatcher;
import fr.preau.portal.dispatch.Drawing;
import fr.preau.portal.dispatch.FrontDoor;
import fr.preau.portal.dispatch.MadeFiles;
import fr.preau.portal.dispatch.OtherColleges;
import fr.preau.portal.dispatch.PublicAnswers;
import fr.preau.portal.dispatch.SessionCookie;
import fr.preau.portal.home.AccueilRoutes;
import fr.preau.portal.look.FrenchMoments;
import fr.preau.portal.look.HtmlParts;
import fr.preau.portal.look.Texts;
import fr.preau.portal.notices.NoticeRoutes;
import fr.preau.portal.notices.PreferenceRoutes;
import fr.preau.portal.notices.UnseenNotices;
import fr.preau.portal.templates.StaticTemplates;
import fr.preau.portal.templates.Templates;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/**
 * A node of Préau without its server: the parts that take a request to a module's route and its
 * answer back are those of production, put together as there.
 */
final class KitNode {

    /** A card of a test is not late because the machine is. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final String SECRET = "a secret of the kit, known to everybody";

    private final KitClock clock = new KitClock();
    private final StandIns standIns = new StandIns();
    private final KnownVisitors visitors = new KnownVisitors();
    private final SeenStatements statements = new SeenStatements();
    private final Set<UUID> accounts = ConcurrentHashMap.newKeySet();
    private final TokenSigner signer = new TokenSigner(SECRET, clock);
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();
    private final KitDatabase database;
    private final UnitsOfWork units;
    private final Tenants tenants;
    private final PluginHost host;
    private final ModuleStates states;
    private final ModuleSchemas schemas;
    private final ModuleGate gate;
    private final ModuleSwitchboard switchboard;
    private final ModuleQuarantine quarantine;
    private final ModuleCircuits circuits;
    private final KitWork work;
    private final KitSettings settings;
    private final KitWriting writing;
    private final PersonsData persons;
    private final FrontDoor frontDoor;

    KitNode(Path folder, KitDatabase database) {
        this.database = database;
        this.units = database.units();
        ExecutorService threads = Executors.newCachedThreadPool(daemons());
        tenants = new Tenants(units, clock);
        AuditLog audit = new AuditLog(units, clock, ids);
        ModuleParts parts =
                new ModuleParts(
                        units,
                        database.provisioning(),
                        tenants,
                        audit,
                        clock,
                        ids::generate,
                        SECRET,
                        "https://kit.example",
                        standIns,
                        folder.resolve("felix"),
                        threads,
                        daemons());
        host = parts.host();
        states = parts.states();
        schemas = parts.schemas();
        gate = parts.gate();
        quarantine = parts.quarantine();
        circuits = parts.circuits();
        JpaDirectory directory = parts.directory();
        FileStores files = parts.files();
        CallGate calls = parts.calls();
        settings = new KitSettings(units, parts.settings());
        writing = new KitWriting(units, parts.writing());
        KitWork facts = new KitWork(parts, units, clock, ids::generate);
        work = facts;
        switchboard =
                new ModuleSwitchboard(
                        states, schemas, host, gate, tenants, threads, facts::refresh);
        ModuleData data =
                new ModuleData(
                        units,
                        new SpaceTables(database.schemaChanges()),
                        files,
                        tenants,
                        states,
                        schemas);
        persons = new PersonsData(units, data, gate, calls);
        ReceivedNotices received = new ReceivedNotices(units, clock);
        MailAddresses addresses =
                new MailAddresses(
                        units,
                        new MailQueue(units, clock, ids::generate, (college, from) -> from),
                        new MailWords("https://kit.example"),
                        signer,
                        clock,
                        ids::generate);
        Drawing drawing = drawing(new UnseenNotices(received, tenants, gate));
        List<Route<?, ?>> routes = new ArrayList<>();
        routes.addAll(
                new AccueilRoutes(
                                tenants,
                                units,
                                directory,
                                gate,
                                new Figures(units, tenants, clock),
                                drawing,
                                threads,
                                calls,
                                PATIENCE)
                        .routes());
        routes.addAll(
                new NoticeRoutes(received, addresses, tenants, gate, drawing, clock).routes());
        routes.addAll(
                new PreferenceRoutes(
                                true,
                                addresses,
                                new NoticeChoices(units),
                                new Devices(units, PushServices.ofBrowsers(), clock, ids::generate),
                                new PushKeys(units, clock),
                                tenants,
                                gate,
                                units,
                                directory,
                                drawing)
                        .routes());
        routes.addAll(new SettingsRoutes(tenants, drawing).routes());
        routes.addAll(
                new QuietHoursRoutes(new QuietHoursOfColleges(units, audit), tenants, drawing)
                        .routes());
        Dispatcher dispatcher =
                new Dispatcher(
                        routes,
                        new CollegeAddresses(
                                tenants,
                                gate,
                                calls,
                                units,
                                directory,
                                files,
                                drawing,
                                new OtherColleges(tenants, gate, calls, units, directory, threads),
                                // Tests want to see what is so now.
                                new PublicAnswers(Duration.ZERO)),
                        drawing,
                        new MadeFiles(folder.resolve("made"), ids::generate, clock));
        Path uploads = folder.resolve("uploads");
        frontDoor =
                new FrontDoor(
                        dispatcher,
                        drawing,
                        visitors,
                        signer,
                        new SessionCookie(true),
                        statements,
                        false,
                        limits -> new FileSpool(uploads, limits),
                        List::of);
    }

    private static ThreadFactory daemons() {
        return work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        };
    }

    private Drawing drawing(Bell bell) {
        Templates templates = new StaticTemplates();
        Texts texts = Texts.french();
        FrenchMoments moments = new FrenchMoments(clock);
        return new Drawing(
                templates,
                texts,
                new HtmlParts(templates, texts, moments),
                moments,
                signer,
                tenants,
                gate,
                bell,
                // What nobody reads has no urgent message.
                new Banners(units, new AuditLog(units, clock, ids), clock),
                "kit",
                false);
    }

    /** Opens collèges and fills them with people. */
    void open(Collection<KitCollege> colleges) {
        database.await();
        register(colleges);
        CollegeOpening opening = new CollegeOpening(database.provisioning(), tenants);
        List<CompletableFuture<Void>> opened =
                colleges.stream()
                        .map(college -> CompletableFuture.runAsync(() -> open(opening, college)))
                        .toList();
        opened.forEach(CompletableFuture::join);
    }

    private void open(CollegeOpening opening, KitCollege college) {
        try {
            opening.open(tenants.byUai(college.college().uai()).orElseThrow());
            if (!college.college().uai().isDepartement()) {
                college.fill();
            }
        } catch (MigrationRefused e) {
            throw new KitFailure("the invented collèges can't be opened", e);
        }
    }

    /** Lets collèges allow what they allow now. */
    void register(Collection<KitCollege> colleges) {
        tenants.register(colleges.stream().map(KitNode::tenant).toList());
    }

    private static Tenant tenant(KitCollege college) {
        return new Tenant(
                college.college(),
                college.college().uai().isDepartement()
                        ? Tenant.State.DEPARTEMENT
                        : Tenant.State.ACTIVE,
                "1 rue Verte",
                "92310",
                500,
                false);
    }

    /** Runs a release of a module in front of those before, and makes its tables. */
    LivePlugin deploy(ModuleUnderTest module, Set<Permission> granted) {
        try {
            LivePlugin plugin =
                    host.deploy(module.jar(), ReleaseStore.sha256(module.jar()), granted);
            switchboard.makeTables(plugin);
            work.refresh();
            tenants.places().forEach(tenant -> requireMade(tenant.college().uai(), plugin.id()));
            return plugin;
        } catch (PluginRefused e) {
            throw new KitFailure("the module does not start: " + e.reason(), e);
        } catch (IOException e) {
            throw new KitFailure("the module can't be read", e);
        }
    }

    /** Runs an earlier release, and undoes the scripts of the later one. */
    LivePlugin goBack(ModuleUnderTest module, MigrationScripts later) {
        LivePlugin plugin = deploy(module, module.manifest().asked());
        switchboard.takeBack(plugin, later);
        tenants.places().forEach(tenant -> requireMade(tenant.college().uai(), plugin.id()));
        switchboard.retireUnneeded();
        return plugin;
    }

    private void requireMade(Uai uai, String module) {
        schemas.failure(uai, module)
                .ifPresent(
                        reason -> {
                            throw new KitFailure("its tables can't be made: " + reason);
                        });
    }

    void stop() {
        host.close();
    }

    void turn(String module, Collection<Uai> colleges, boolean on) {
        switchboard.turn(Actor.system(), ids.generate(), module, colleges, on);
        if (on) {
            colleges.forEach(uai -> requireMade(uai, module));
        }
    }

    /** Lets a module answer that has failed too often: the next test begins anew. */
    void forgive(String module) {
        accounts.clear();
        work.beginAfresh();
        settings.beginAfresh();
        standIns.clear();
        writing.beginAfresh();
        for (Tenant tenant : tenants.places()) {
            circuits.forget(tenant.college().uai());
            if (quarantine.find(tenant.college().uai(), module).isPresent()) {
                quarantine.lift(Actor.system(), tenant.college().uai(), module);
            }
        }
    }

    PlayedResponse serve(PlayedRequest request) {
        PlayedResponse response = new PlayedResponse();
        try {
            frontDoor.serve(request.address(), request.asServlet(), response.asServlet());
            return response;
        } catch (IOException e) {
            throw new KitFailure(request.method() + " " + request.address() + " failed", e);
        }
    }

    /** Signs somebody in, whose account is there from now on. */
    SignedIn signIn(KitPerson person) {
        return known(visitors.signIn(person));
    }

    /** Signs in somebody who is somebody at another collège too. */
    SignedIn signIn(KitPerson person, KitPerson elsewhere) {
        return known(visitors.signIn(person, elsewhere));
    }

    /** Signs in somebody who works for the Département. */
    SignedIn signInOperator() {
        return known(visitors.signInOperator());
    }

    private SignedIn known(SignedIn signedIn) {
        if (!accounts.add(signedIn.account())) {
            return signedIn;
        }
        units.write(
                DatabaseSpace.platform(),
                unit ->
                        unit.update(
                                "INSERT IGNORE INTO account (id, given_name, family_name,"
                                        + " created_at) VALUES (?, ?, ?, '2026-09-01')",
                                signedIn.account().toString(),
                                signedIn.givenName(),
                                signedIn.familyName()));
        return signedIn;
    }

    /** What the forms of somebody's session bring back. */
    String formToken(UUID session) {
        return signer.formToken(session);
    }

    int lastStatements() {
        return statements.last();
    }

    /** What collèges have set. */
    KitSettings settings() {
        return settings;
    }

    /** Who answers instead of servers outside. */
    StandIns standIns() {
        return standIns;
    }

    /** Where writing is closed. */
    KitWriting writing() {
        return writing;
    }

    /** What modules know of persons. */
    PersonsData persons() {
        return persons;
    }

    /** What modules do for each other and by themselves. */
    KitWork work() {
        return work;
    }

    KitClock clock() {
        return clock;
    }
}
