package fr.preau.portal.server;

import fr.preau.api.school.Uai;
import fr.preau.core.announcements.AnnouncementDelivery;
import fr.preau.core.audit.AuditLog;
import fr.preau.core.banners.Banners;
import fr.preau.core.data.ModuleErasures;
import fr.preau.core.identity.Accounts;
import fr.preau.core.identity.Passwords;
import fr.preau.core.identity.Sessions;
import fr.preau.core.identity.SignIn;
import fr.preau.core.imports.Deliveries;
import fr.preau.core.jobs.JobLeases;
import fr.preau.core.modules.ModuleSchemas;
import fr.preau.core.modules.ModuleStates;
import fr.preau.core.modules.ModuleSwitchboard;
import fr.preau.core.plugins.gate.CallGate;
import fr.preau.core.plugins.gate.ModuleMeter;
import fr.preau.core.plugins.gate.ModuleQuarantine;
import fr.preau.core.releases.ModuleTrials;
import fr.preau.core.safety.WritingClosures;
import fr.preau.core.settings.ModuleOffers;
import fr.preau.core.settings.ModuleSettings;
import fr.preau.core.tenancy.CollegeOpening;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.InstallationMark;
import fr.preau.core.tenancy.MigrationRefused;
import fr.preau.core.tenancy.MigrationScripts;
import fr.preau.core.tenancy.SpaceProvisioning;
import fr.preau.core.tenancy.Tenant;
import fr.preau.core.tenancy.Tenants;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.tenants.CollegeDescriptor;
import fr.preau.tenants.Departement;
import fr.preau.tenants.DescriptorFolder;
import fr.preau.tenants.OwnPlace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Préau does without being asked: makes itself ready at the start, looks every second at what
 * other nodes and the folder of modules have changed, opens collèges and takes their deliveries.
 */
final class Background {

    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    private static final Duration OPENING = Duration.ofMinutes(2);

    private final Settings settings;
    private final ScheduledExecutorService executor;
    private final UnitsOfWork units;
    private final SpaceProvisioning provisioning;
    private final CollegeOpening opening;
    private final Tenants tenants;
    private final ModuleStates states;
    private final ModuleSchemas schemas;
    private final ModuleSwitchboard switchboard;
    private final ModulesOfNode modules;
    private final CallGate calls;
    private final ModuleMeter meter;
    private final ModuleQuarantine quarantine;
    private final ModuleSettings moduleSettings;
    private final ModuleOffers offers;
    private final WritingClosures writing;
    private final Banners banners;
    private final AnnouncementDelivery announcements;
    private final ModuleErasures erasures;
    private final ModuleTrials trials;
    private final ModuleWork work;
    private final MailWork mail;
    private final Sessions sessions;
    private final SignIn signIn;
    private final Accounts accounts;
    private final Passwords passwords;
    private final DemoAccounts demo;
    private final AuditLog audit;
    private final Clock clock;
    private final JobLeases leases;
    private final Deliveries deliveries;
    private final List<Future<?>> jobs = new ArrayList<>();

    Background(
            Settings settings,
            ScheduledExecutorService executor,
            UnitsOfWork units,
            SpaceProvisioning provisioning,
            CollegeOpening opening,
            Tenants tenants,
            ModuleStates states,
            ModuleSchemas schemas,
            ModuleSwitchboard switchboard,
            ModulesOfNode modules,
            CallGate calls,
            ModuleMeter meter,
            ModuleQuarantine quarantine,
            ModuleSettings moduleSettings,
            ModuleOffers offers,
            WritingClosures writing,
            Banners banners,
            AnnouncementDelivery announcements,
            ModuleErasures erasures,
            ModuleTrials trials,
            ModuleWork work,
            MailWork mail,
            Sessions sessions,
            SignIn signIn,
            Accounts accounts,
            Passwords passwords,
            DemoAccounts demo,
            MeasuredImports measured,
            AuditLog audit,
            Clock clock) {
        this.settings = settings;
        this.executor = executor;
        this.units = units;
        this.provisioning = provisioning;
        this.opening = opening;
        this.tenants = tenants;
        this.states = states;
        this.schemas = schemas;
        this.switchboard = switchboard;
        this.modules = modules;
        this.calls = calls;
        this.meter = meter;
        this.quarantine = quarantine;
        this.moduleSettings = moduleSettings;
        this.offers = offers;
        this.writing = writing;
        this.banners = banners;
        this.announcements = announcements;
        this.erasures = erasures;
        this.trials = trials;
        this.work = work;
        this.mail = mail;
        this.sessions = sessions;
        this.signIn = signIn;
        this.accounts = accounts;
        this.passwords = passwords;
        this.demo = demo;
        this.clock = clock;
        this.audit = audit;
        this.leases = new JobLeases(units, clock, settings.node());
        this.deliveries =
                new Deliveries(settings.imports(), units, tenants, leases, measured, audit, clock);
    }

    /** What must be there before the first request; the rest goes on behind. */
    void start() {
        units.requireClientPreparedStatements();
        try {
            CollegeOpening.openPlatform(provisioning);
        } catch (MigrationRefused e) {
            throw new IllegalStateException("the platform's tables can't be made", e);
        }
        requireSameKind();
        firstOperator();
        tenants.refresh();
        states.refresh();
        schemas.refresh();
        quarantine.refresh();
        moduleSettings.refresh();
        offers.refresh();
        writing.refresh();
        banners.refresh();
        modules.begin();
        Departement departement = departement();
        tenants.register(
                Stream.concat(
                                Stream.of(tenant(departement.place())),
                                departement.colleges().stream().map(Background::tenant))
                        .toList());
        modules.grantDescribed(
                Stream.concat(
                                departement.place().modules().stream(),
                                departement.active().stream()
                                        .flatMap(college -> college.modules().stream()))
                        .collect(Collectors.toSet()));
        bringUpCollegeTables();
        trials.dropForgotten();
        demo.open();
        every(1, "opening", () -> openAll(departement));
        every(1, "switches", this::readSwitches);
        // Twice a second, and behind nothing else: a closing holds everywhere within one.
        every(Duration.ofMillis(500), "closed writing", writing::refresh);
        // Apart from the switches: a module that starts slowly must not make this node deaf to
        // them.
        every(betweenLooks(), "modules", modules::lookAgain);
        work.begin();
        every(1, "who hears what", work::refresh);
        every(1, "announcements", announcements::look);
        every(3, "jobs of modules", work::lookForJobs);
        every(3600, "old facts", work::clean);
        every(1, "notices by mail", mail::prepare);
        every(1, "mail", mail::send);
        every(60, "returned mails", mail::readReturned);
        every(1, "notices to devices", mail::push);
        every(3600, "old messages to devices", mail::forget);
        every(1, "calls", () -> calls.lookAfter(modules.releases()));
        every(10, "meter", meter::keep);
        every(3600, "old figures", meter::forgetOld);
        every(30, "missing tables", this::makeMissingTables);
        every(60, "erasures", this::eraseWhatIsDue);
        every(3600, "forgotten copy", trials::dropForgotten);
        every(2, "deliveries", () -> deliveries.takeAll(demo::open));
        every(3600, "sessions", sessions::forgetEnded);
        every(3600, "sign-in failures", signIn::forgetOldFailures);
    }

    /**
     * A demonstration's database is not opened to real people, nor a real one to a demonstration.
     */
    private void requireSameKind() {
        try {
            new InstallationMark(units, clock)
                    .require(
                            settings.demo()
                                    ? InstallationMark.Kind.DEMO
                                    : InstallationMark.Kind.REAL);
        } catch (IllegalStateException e) {
            throw new NotStarted(String.valueOf(e.getMessage()));
        }
    }

    private void firstOperator() {
        if (settings.operatorLogin().isEmpty() || settings.operatorPassword().isEmpty()) {
            return;
        }
        if (!accounts.hasOperator()) {
            String login = settings.operatorLogin().get();
            try {
                accounts.createOperator(
                        login,
                        passwords.hashForOperator(settings.operatorPassword().get()),
                        "Opérateur",
                        "du Département");
            } catch (IllegalArgumentException | IllegalStateException e) {
                throw new NotStarted(String.valueOf(e.getMessage()));
            }
            note("operator-created", login, null);
        }
    }

    /** What Préau has done by itself stands in the journal too. */
    private void note(String act, String subject, @Nullable Uai uai) {
        units.write(
                DatabaseSpace.platform(),
                unit -> {
                    audit.write(
                            unit,
                            AuditLog.Actor.system(),
                            act,
                            subject,
                            uai == null ? null : uai.value(),
                            "");
                    return true;
                });
    }

    private Departement departement() {
        // A module that has run here stays known: its jar may be broken or away for a moment.
        Set<String> known = new HashSet<>(modules.ids());
        known.addAll(states.modules());
        try {
            return DescriptorFolder.read(settings.tenants(), known);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the descriptors of the collèges can't be read at " + settings.tenants(), e);
        }
    }

    private static Tenant tenant(CollegeDescriptor descriptor) {
        return new Tenant(
                descriptor.college(),
                descriptor.active() ? Tenant.State.ACTIVE : Tenant.State.PREPARED,
                descriptor.address().street(),
                descriptor.address().postcode(),
                descriptor.headcount().total(),
                false);
    }

    private static Tenant tenant(OwnPlace place) {
        return new Tenant(
                place.college(),
                Tenant.State.DEPARTEMENT,
                place.street(),
                place.postcode(),
                0,
                false);
    }

    /**
     * What all share comes first, then collèges whose people wait at the door; one node opens for
     * all.
     */
    private void openAll(Departement departement) {
        Map<Uai, Set<String>> closed = new LinkedHashMap<>();
        closed.put(departement.place().uai(), departement.place().modules());
        departement.active().stream()
                .sorted(Comparator.comparing(college -> !deliveries.wait(college.uai())))
                .forEach(college -> closed.put(college.uai(), college.modules()));
        closed.keySet().removeIf(uai -> !isClosed(uai));
        for (Map.Entry<Uai, Set<String>> place : closed.entrySet()) {
            if (Thread.currentThread().isInterrupted() || !leases.take("opening", OPENING)) {
                return;
            }
            try {
                open(place.getKey(), place.getValue());
            } catch (MigrationRefused | RuntimeException e) {
                LOG.error("{} can't be opened; it is tried again", place.getKey(), e);
            }
        }
    }

    private boolean isClosed(Uai uai) {
        return tenants.byUai(uai).filter(tenant -> !tenant.provisioned()).isPresent();
    }

    private void open(Uai uai, Set<String> modulesAtStart) throws MigrationRefused {
        Tenant tenant = tenants.byUai(uai).orElseThrow();
        opening.open(tenant);
        schemas.areMade(uai, CollegeOpening.OWNER, opening.collegeScripts());
        note("college-opened", tenant.college().slug(), uai);
        states.startWith(uai, modulesAtStart);
        switchboard.makeTables(uai);
    }

    private void readSwitches() {
        tenants.refresh();
        states.refresh();
        schemas.refresh();
        quarantine.refresh();
        moduleSettings.refresh();
        offers.refresh();
        banners.refresh();
    }

    /** After an update of Préau, before the first request: the tables the core needs everywhere. */
    private void bringUpCollegeTables() {
        MigrationScripts scripts = opening.collegeScripts();
        for (Tenant tenant : tenants.places()) {
            Uai uai = tenant.college().uai();
            if (tenant.provisioned() && schemas.isDue(uai, CollegeOpening.OWNER, scripts)) {
                schemas.bringUp(uai, CollegeOpening.OWNER, scripts);
                schemas.failure(uai, CollegeOpening.OWNER)
                        .ifPresent(reason -> LOG.error("{} can't be used: {}", uai, reason));
            }
        }
    }

    private void makeMissingTables() {
        if (leases.take("tables", OPENING)) {
            modules.makeMissingTables();
        }
    }

    private void eraseWhatIsDue() {
        if (leases.take("erasures", OPENING)) {
            erasures.look();
        }
    }

    /**
     * Who writes a module waits for each of its jars; the demo has one node, which may ask often.
     */
    private Duration betweenLooks() {
        return settings.demo() ? Duration.ofMillis(250) : Duration.ofSeconds(1);
    }

    private void every(int seconds, String name, Runnable job) {
        every(Duration.ofSeconds(seconds), name, job);
    }

    private void every(Duration period, String name, Runnable job) {
        jobs.add(
                executor.scheduleWithFixedDelay(
                        () -> {
                            try {
                                job.run();
                            } catch (RuntimeException | Error e) {
                                // Whatever it is: a job that throws would never run again.
                                LOG.error("{} failed; it is tried again", name, e);
                            }
                        },
                        period.toMillis(),
                        period.toMillis(),
                        TimeUnit.MILLISECONDS));
    }

    void close() {
        work.close();
        jobs.forEach(job -> job.cancel(true));
    }
}
