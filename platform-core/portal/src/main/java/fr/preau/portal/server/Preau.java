package fr.preau.portal.server;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import fr.preau.api.route.Route;
import fr.preau.core.announcements.AnnouncementDelivery;
import fr.preau.core.announcements.Announcements;
import fr.preau.core.audit.AuditLog;
import fr.preau.core.banners.Banners;
import fr.preau.core.data.ModuleData;
import fr.preau.core.data.ModuleErasures;
import fr.preau.core.data.ModuleExport;
import fr.preau.core.data.PersonRegister;
import fr.preau.core.data.PersonRights;
import fr.preau.core.data.PersonsData;
import fr.preau.core.directory.JpaDirectory;
import fr.preau.core.files.FileSpool;
import fr.preau.core.files.FileStores;
import fr.preau.core.identity.Accounts;
import fr.preau.core.identity.Passwords;
import fr.preau.core.identity.SessionRecognition;
import fr.preau.core.identity.Sessions;
import fr.preau.core.identity.SignIn;
import fr.preau.core.identity.TokenSigner;
import fr.preau.core.jobs.JobLeases;
import fr.preau.core.modules.ModuleGate;
import fr.preau.core.modules.ModuleSchemas;
import fr.preau.core.modules.ModuleStates;
import fr.preau.core.modules.ModuleSwitchboard;
import fr.preau.core.node.ModuleParts;
import fr.preau.core.notices.NoticesOfPerson;
import fr.preau.core.notices.ReceivedNotices;
import fr.preau.core.plugins.LivePlugin;
import fr.preau.core.plugins.PluginHost;
import fr.preau.core.plugins.gate.CallGate;
import fr.preau.core.plugins.gate.ModuleCircuits;
import fr.preau.core.plugins.gate.ModuleMeter;
import fr.preau.core.plugins.gate.ModuleQuarantine;
import fr.preau.core.plugins.gate.ModuleUsage;
import fr.preau.core.plugins.trust.JarExamination;
import fr.preau.core.plugins.trust.JarLimits;
import fr.preau.core.plugins.trust.KnownPublishers;
import fr.preau.core.plugins.trust.SignerJudgement;
import fr.preau.core.plugins.trust.TimestampAuthorities;
import fr.preau.core.plugins.trust.TrustRule;
import fr.preau.core.releases.DesiredListening;
import fr.preau.core.releases.DesiredModules;
import fr.preau.core.releases.ModuleCatalogue;
import fr.preau.core.releases.ModuleIntake;
import fr.preau.core.releases.ModuleReconciler;
import fr.preau.core.releases.ModuleTrials;
import fr.preau.core.releases.NodeReports;
import fr.preau.core.releases.ReleaseStore;
import fr.preau.core.releases.TakingBack;
import fr.preau.core.settings.ModuleOffers;
import fr.preau.core.settings.ModuleSettings;
import fr.preau.core.tenancy.CollegeOpening;
import fr.preau.core.tenancy.SpaceProvisioning;
import fr.preau.core.tenancy.SpaceTables;
import fr.preau.core.tenancy.Tenants;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.portal.account.AccountRoutes;
import fr.preau.portal.account.OwnDataRoutes;
import fr.preau.portal.administration.OwnModuleRoutes;
import fr.preau.portal.administration.OwnModules;
import fr.preau.portal.administration.PersonRoutes;
import fr.preau.portal.administration.PersonSheets;
import fr.preau.portal.administration.QuietHoursRoutes;
import fr.preau.portal.administration.SettingsRoutes;
import fr.preau.portal.announcements.AnnouncementRoutes;
import fr.preau.portal.banners.BannerRoutes;
import fr.preau.portal.console.CatalogueRoutes;
import fr.preau.portal.console.CollegeTables;
import fr.preau.portal.console.ConsoleRoutes;
import fr.preau.portal.console.ContentsRoutes;
import fr.preau.portal.console.DataRoutes;
import fr.preau.portal.console.DataSheets;
import fr.preau.portal.console.Figures;
import fr.preau.portal.console.ModuleMatrix;
import fr.preau.portal.console.ModuleSheet;
import fr.preau.portal.console.ModuleShelf;
import fr.preau.portal.console.OfferRoutes;
import fr.preau.portal.console.QuarantineRoutes;
import fr.preau.portal.console.ReleaseContents;
import fr.preau.portal.console.ReleasePlans;
import fr.preau.portal.console.UsageRoutes;
import fr.preau.portal.dispatch.CollegeAddresses;
import fr.preau.portal.dispatch.Dispatcher;
import fr.preau.portal.dispatch.Drawing;
import fr.preau.portal.dispatch.FrontDoor;
import fr.preau.portal.dispatch.MadeFiles;
import fr.preau.portal.dispatch.OtherColleges;
import fr.preau.portal.dispatch.PublicAnswers;
import fr.preau.portal.dispatch.RequestWatch;
import fr.preau.portal.dispatch.SessionCookie;
import fr.preau.portal.home.AccueilRoutes;
import fr.preau.portal.home.FrontPageRoutes;
import fr.preau.portal.look.FrenchMoments;
import fr.preau.portal.look.HtmlParts;
import fr.preau.portal.look.Texts;
import fr.preau.portal.notices.NoticeRoutes;
import fr.preau.portal.notices.PreferenceRoutes;
import fr.preau.portal.notices.UnseenNotices;
import fr.preau.portal.safety.ClosingRoutes;
import fr.preau.portal.safety.ClosingSheets;
import fr.preau.portal.templates.StaticTemplates;
import fr.preau.portal.templates.Templates;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** All parts of Préau, put together once. */
public final class Preau implements AutoCloseable {

    private final Settings settings;
    private final ModuleParts parts;
    private final Dispatcher dispatcher;
    private final FrontDoor frontDoor;
    private final Background background;
    private final UnitsOfWork units;
    private final ModulesOfNode modules;
    private final RouteNames routeNames;

    private Preau(
            Settings settings,
            UnitsOfWork units,
            ModuleParts parts,
            ModulesOfNode modules,
            Dispatcher dispatcher,
            FrontDoor frontDoor,
            Background background,
            RouteNames routeNames) {
        this.settings = settings;
        this.units = units;
        this.parts = parts;
        this.modules = modules;
        this.dispatcher = dispatcher;
        this.frontDoor = frontDoor;
        this.background = background;
        this.routeNames = routeNames;
    }

    static Preau assemble(
            Settings settings,
            String assetVersion,
            DataSource collegePool,
            DataSource platformPool,
            DataSource schemaChanges,
            ScheduledExecutorService executor,
            ExecutorService readers,
            ThreadFactory threads,
            Function<Tenants, RequestWatch> watch,
            MeasuredImports imports) {
        Clock clock = Clock.systemUTC();
        TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();
        UnitsOfWork units = new UnitsOfWork(collegePool, platformPool);
        SpaceProvisioning provisioning =
                new SpaceProvisioning(schemaChanges, settings.databaseUser());

        Tenants tenants = new Tenants(units, clock);
        AuditLog audit = new AuditLog(units, clock, ids);
        Accounts accounts = new Accounts(units, clock, ids);
        Passwords passwords = new Passwords();
        Sessions sessions = new Sessions(units, clock, ids);
        SignIn signIn = new SignIn(units, passwords, sessions, clock);
        TokenSigner signer = new TokenSigner(settings.secret(), clock);

        ModuleParts parts =
                new ModuleParts(
                        units,
                        provisioning,
                        tenants,
                        audit,
                        clock,
                        ids::generate,
                        settings.secret(),
                        settings.site(),
                        settings.standIns(),
                        settings.work().resolve("felix-" + settings.node()),
                        executor,
                        threads);
        PluginHost host = parts.host();
        JpaDirectory directory = parts.directory();
        FileStores files = parts.files();
        ModuleStates states = parts.states();
        ModuleSchemas schemas = parts.schemas();
        ModuleQuarantine quarantine = parts.quarantine();
        ModuleSettings moduleSettings = parts.settings();
        ModuleCircuits circuits = parts.circuits();
        ModuleMeter meter = parts.meter();
        CallGate calls = parts.calls();
        ModuleGate gate = parts.gate();
        ReleaseStore releases =
                new ReleaseStore(
                        units,
                        clock,
                        new JarExamination(
                                settings.publishers()
                                        .map(KnownPublishers::in)
                                        .orElseGet(KnownPublishers::none),
                                new SignerJudgement(TimestampAuthorities.ofTheJdk(clock), clock),
                                JarLimits.USUAL),
                        settings.openToModules() ? TrustRule.OPEN : TrustRule.KNOWN_ONLY);
        DesiredModules desired = new DesiredModules(units, audit, clock);
        ModuleIntake intake =
                new ModuleIntake(settings.plugins(), releases, desired, settings.openToModules());
        ModuleOffers offers = new ModuleOffers(units, audit, clock);
        ModuleWork work =
                new ModuleWork(
                        parts,
                        units,
                        new DesiredListening(desired, releases)::facts,
                        clock,
                        ids::generate,
                        executor,
                        threads,
                        settings);
        ModuleSwitchboard switchboard =
                new ModuleSwitchboard(
                        states, schemas, host, gate, tenants, executor, work::refresh);
        Path jars = settings.work().resolve("modules-" + settings.node());
        ModuleReconciler reconciler =
                new ModuleReconciler(
                        releases,
                        desired,
                        host,
                        units,
                        jars,
                        settings.node(),
                        clock,
                        switchboard::lacksItsPredecessor);
        ModuleCatalogue catalogue =
                new ModuleCatalogue(releases, desired, states, schemas, tenants, jars);
        SpaceTables spaceTables = new SpaceTables(schemaChanges);
        ModuleTrials trials =
                new ModuleTrials(
                        catalogue,
                        schemas,
                        provisioning,
                        spaceTables,
                        units,
                        audit,
                        executor,
                        clock);
        NodeReports reports = new NodeReports(units, clock);
        ModulesOfNode modules =
                new ModulesOfNode(
                        intake,
                        releases,
                        desired,
                        reconciler,
                        switchboard,
                        executor,
                        host,
                        new TakingBack(
                                desired,
                                catalogue,
                                switchboard,
                                reports,
                                new JobLeases(units, clock, settings.node())));

        DemoAccounts demo = new DemoAccounts(settings, accounts, passwords);
        Templates templates = new StaticTemplates();
        Texts texts = Texts.french();
        ReceivedNotices received = new ReceivedNotices(units, clock);
        MailWork mail =
                new MailWork(
                        settings,
                        units,
                        parts,
                        received,
                        tenants,
                        signer,
                        audit,
                        clock,
                        ids::generate);
        Banners banners = new Banners(units, audit, clock);
        Drawing drawing =
                new Drawing(
                        templates,
                        texts,
                        new HtmlParts(templates, texts, new FrenchMoments(clock)),
                        new FrenchMoments(clock),
                        signer,
                        tenants,
                        gate,
                        new UnseenNotices(received, tenants, gate),
                        banners,
                        assetVersion,
                        settings.demo());
        Figures figures = new Figures(units, tenants, clock);
        List<Route<?, ?>> routes = new ArrayList<>();
        routes.addAll(
                new AccueilRoutes(
                                tenants,
                                units,
                                directory,
                                gate,
                                figures,
                                drawing,
                                readers,
                                calls,
                                AccueilRoutes.CARDS)
                        .routes());
        routes.addAll(
                new AccountRoutes(
                                signIn,
                                sessions,
                                signer,
                                tenants,
                                units,
                                directory,
                                drawing,
                                demo::shown)
                        .routes());
        ModuleMatrix matrix = new ModuleMatrix(host, catalogue, states, schemas, gate, tenants);
        ModuleShelf shelf =
                new ModuleShelf(catalogue, reports, intake, matrix, settings.openToModules());
        CollegeTables tables = new CollegeTables(host, schemas, gate, matrix);
        routes.addAll(
                new ConsoleRoutes(
                                figures,
                                matrix,
                                switchboard,
                                tenants,
                                audit,
                                ids::generate,
                                drawing)
                        .routes());
        ModuleSheet sheet = new ModuleSheet(catalogue, reports, shelf, matrix, tables, offers);
        ReleasePlans plans = new ReleasePlans(catalogue, trials, matrix, tenants);
        routes.addAll(
                new CatalogueRoutes(
                                catalogue,
                                shelf,
                                sheet,
                                plans,
                                trials,
                                tables,
                                switchboard,
                                ids::generate,
                                drawing)
                        .routes());
        routes.addAll(new ContentsRoutes(plans, new ReleaseContents(catalogue), drawing).routes());
        routes.addAll(
                new QuarantineRoutes(quarantine, circuits, matrix, tenants, drawing).routes());
        routes.addAll(
                new UsageRoutes(new ModuleUsage(units, clock), matrix, tenants, drawing).routes());
        ModuleData data = new ModuleData(units, spaceTables, files, tenants, states, schemas);
        ModuleErasures erasures =
                new ModuleErasures(
                        units, spaceTables, files, schemas, audit, clock, settings.erasureDelay());
        MadeFiles made =
                new MadeFiles(
                        settings.work().resolve("made-" + settings.node()), ids::generate, clock);
        routes.addAll(
                new DataRoutes(
                                new DataSheets(data, erasures, matrix, states, tenants),
                                new ModuleExport(
                                        units,
                                        data,
                                        spaceTables,
                                        files,
                                        module -> catalogue.last(module).map(catalogue::manifest),
                                        clock),
                                erasures,
                                made,
                                drawing)
                        .routes());
        PersonRights rights =
                new PersonRights(
                        units,
                        new PersonsData(units, data, gate, calls),
                        new NoticesOfPerson(units),
                        audit,
                        clock,
                        settings.erasureDelay());
        PersonRegister register = new PersonRegister(units);
        routes.addAll(new OwnDataRoutes(tenants, register, rights, made).routes());
        routes.addAll(
                new PersonRoutes(
                                register,
                                rights,
                                new PersonSheets(data, matrix, rights),
                                tenants,
                                drawing)
                        .routes());
        routes.addAll(
                new NoticeRoutes(received, mail.addresses(), tenants, gate, drawing, clock)
                        .routes());
        routes.addAll(
                new PreferenceRoutes(
                                settings.mail().isPresent(),
                                mail.addresses(),
                                mail.choices(),
                                mail.devices(),
                                mail.keys(),
                                tenants,
                                gate,
                                units,
                                directory,
                                drawing)
                        .routes());
        routes.addAll(new SettingsRoutes(tenants, drawing).routes());
        routes.addAll(new QuietHoursRoutes(mail.quiet(), tenants, drawing).routes());
        routes.addAll(new OfferRoutes(offers, matrix, sheet, drawing).routes());
        routes.addAll(
                new OwnModuleRoutes(
                                new OwnModules(
                                        host,
                                        states,
                                        schemas,
                                        gate,
                                        quarantine,
                                        offers,
                                        moduleSettings,
                                        texts),
                                moduleSettings,
                                switchboard,
                                tenants,
                                ids::generate,
                                drawing)
                        .routes());
        routes.addAll(
                new ClosingRoutes(
                                new ClosingSheets(parts.writing(), tenants, figures, texts),
                                parts.writing(),
                                tenants,
                                ids::generate,
                                clock,
                                drawing)
                        .routes());
        routes.addAll(new AccessibilityRoutes(drawing).routes());
        routes.addAll(new FrontPageRoutes(tenants, gate, drawing).routes());
        Announcements announcements = new Announcements(units, audit, clock);
        AnnouncementDelivery spreading =
                new AnnouncementDelivery(
                        announcements,
                        work.facts(),
                        new JobLeases(units, clock, settings.node()),
                        clock);
        routes.addAll(
                new AnnouncementRoutes(announcements, tenants, ids::generate, clock, drawing)
                        .routes());
        routes.addAll(new BannerRoutes(banners, tenants, ids::generate, clock, drawing).routes());
        if (settings.demo()) {
            routes.addAll(new PartsRoutes(drawing, clock).routes());
        }
        CollegeAddresses addresses =
                new CollegeAddresses(
                        tenants,
                        gate,
                        calls,
                        units,
                        directory,
                        files,
                        drawing,
                        new OtherColleges(tenants, gate, calls, units, directory, readers),
                        new PublicAnswers(Duration.ofSeconds(30)));
        Dispatcher dispatcher = new Dispatcher(routes, addresses, drawing, made);
        Path uploads = settings.work().resolve("uploads-" + settings.node());
        FrontDoor frontDoor =
                new FrontDoor(
                        dispatcher,
                        drawing,
                        new SessionRecognition(signer, sessions, clock),
                        signer,
                        new SessionCookie(settings.cookieAlwaysSecure()),
                        watch.apply(tenants),
                        settings.diagnostics(),
                        limits -> new FileSpool(uploads, limits, settings.scan()),
                        demo::shown);
        Background background =
                new Background(
                        settings,
                        executor,
                        units,
                        provisioning,
                        new CollegeOpening(provisioning, tenants),
                        tenants,
                        states,
                        schemas,
                        switchboard,
                        modules,
                        calls,
                        meter,
                        quarantine,
                        moduleSettings,
                        offers,
                        parts.writing(),
                        banners,
                        spreading,
                        erasures,
                        trials,
                        work,
                        mail,
                        sessions,
                        signIn,
                        accounts,
                        passwords,
                        demo,
                        imports,
                        audit,
                        clock);
        return new Preau(
                settings,
                units,
                parts,
                modules,
                dispatcher,
                frontDoor,
                background,
                new RouteNames(dispatcher.portalRoutes(), host, tenants));
    }

    /** Makes ready what must be there before the first request, then goes on behind. */
    void start() {
        background.start();
    }

    /** The description of all routes that answer now. */
    String openApi() {
        return OpenApiDocument.of(
                dispatcher.portalRoutes().routes(),
                host().all().stream()
                        .collect(Collectors.toMap(LivePlugin::id, LivePlugin::routes)));
    }

    RouteNames routeNames() {
        return routeNames;
    }

    public FrontDoor frontDoor() {
        return frontDoor;
    }

    public PluginHost host() {
        return parts.host();
    }

    ModulesOfNode modules() {
        return modules;
    }

    public Dispatcher dispatcher() {
        return dispatcher;
    }

    public UnitsOfWork units() {
        return units;
    }

    public Settings settings() {
        return settings;
    }

    @Override
    public void close() {
        background.close();
        modules.leave();
        parts.close();
        dispatcher.close();
    }
}
