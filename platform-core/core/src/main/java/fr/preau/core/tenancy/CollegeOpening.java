package fr.preau.core.tenancy;

import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens a collège: its schema, its role, the tables of the core.
 *
 * <p>Every step can be repeated; a collège whose opening was cut short is opened again.
 */
public final class CollegeOpening {

    private static final Logger LOG = LoggerFactory.getLogger(CollegeOpening.class);

    /** The name of the core's own history of migrations in a schema. */
    public static final String OWNER = "core";

    private static final MigrationScripts COLLEGE =
            MigrationScripts.beside(
                    CollegeOpening.class,
                    "/fr/preau/core/migrations/college",
                    "V1__directory.sql",
                    "V2__files.sql",
                    "V3__events.sql",
                    "V4__notices.sql",
                    "V5__facts_from_elsewhere.sql");

    private final SpaceProvisioning provisioning;
    private final Tenants tenants;

    public CollegeOpening(SpaceProvisioning provisioning, Tenants tenants) {
        this.provisioning = provisioning;
        this.tenants = tenants;
    }

    /** The tables of Préau itself, which stand beside those of modules at every collège. */
    public static Set<String> tables() {
        return COLLEGE.tablesMade();
    }

    /** Creates the platform's own space, which comes before everything else. */
    public static void openPlatform(SpaceProvisioning provisioning) throws MigrationRefused {
        provisioning.create(DatabaseSpace.platform());
        provisioning.migrate(DatabaseSpace.platform(), OWNER, platformScripts());
    }

    /** The tables of what belongs to no collège. */
    public static MigrationScripts platformScripts() {
        return MigrationScripts.beside(
                CollegeOpening.class,
                "/fr/preau/core/migrations/platform",
                "V1__platform.sql",
                "V2__acts_done_together.sql",
                "V3__college_options.sql",
                "V4__installation.sql",
                "V5__module_releases.sql",
                "V6__module_jobs.sql",
                "V7__module_life.sql",
                "V8__module_settings.sql",
                "V9__versions_on_nodes.sql",
                "V10__module_trials.sql",
                "V11__notices_by_mail.sql",
                "V12__notices_by_push.sql",
                "V13__writing_closures.sql",
                "V14__banners_and_announcements.sql",
                "V15__urgent_notices_first.sql",
                "V16__place_of_the_departement.sql");
    }

    /** The tables that every collège has. */
    public MigrationScripts collegeScripts() {
        return COLLEGE;
    }

    /** Opens a collège, or finds that it is open. */
    public void open(Tenant tenant) throws MigrationRefused {
        long start = System.nanoTime();
        provisioning.create(tenant.space());
        provisioning.migrate(tenant.space(), OWNER, COLLEGE);
        tenants.markProvisioned(tenant.college().uai());
        LOG.info(
                "{} is open, in {} ms",
                tenant.college().slug(),
                (System.nanoTime() - start) / 1_000_000);
    }
}
