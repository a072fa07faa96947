package fr.preau.core.modules;

import fr.preau.api.school.Uai;
import fr.preau.core.audit.AuditLog.Actor;
import fr.preau.core.plugins.LivePlugin;
import fr.preau.core.plugins.PluginHost;
import fr.preau.core.tenancy.MigrationScripts;
import fr.preau.core.tenancy.Tenant;
import fr.preau.core.tenancy.Tenants;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Switches modules on and off, and makes their tables where they are needed: when a module is
 * switched on, when a new version comes, when a collège is provisioned.
 */
public final class ModuleSwitchboard {

    /** So many migrations run at a time: MariaDB waits for its disk most of each. */
    public static final int MIGRATIONS = 4;

    private static final Logger LOG = LoggerFactory.getLogger(ModuleSwitchboard.class);

    /** So many collèges are made ready while the operator waits; more go on behind. */
    private static final int AT_ONCE = 3;

    private final ModuleStates states;
    private final ModuleSchemas schemas;
    private final PluginHost host;
    private final Tenants tenants;
    private final Executor background;
    private final ModuleGate gate;
    private final SideBySide sideBySide;
    private final Runnable turned;

    /**
     * @param turned what has to know at once which modules answer where
     */
    public ModuleSwitchboard(
            ModuleStates states,
            ModuleSchemas schemas,
            PluginHost host,
            ModuleGate gate,
            Tenants tenants,
            Executor background,
            Runnable turned) {
        this.states = states;
        this.schemas = schemas;
        this.host = host;
        this.tenants = tenants;
        this.background = background;
        this.gate = gate;
        this.turned = turned;
        this.sideBySide = new SideBySide(background, MIGRATIONS);
    }

    /**
     * Acts on the next request; what the module wrote before stays when it is switched off.
     *
     * @param actId the same for everything that is done together
     */
    public void turn(
            Actor actor, UUID actId, String module, Collection<Uai> colleges, boolean enabled) {
        states.switchModule(actor, actId, module, colleges, enabled);
        if (!enabled) {
            turned.run();
            return;
        }
        List<Uai> list = List.copyOf(colleges);
        Runnable tables =
                () -> {
                    host.find(module).ifPresent(plugin -> makeTables(plugin, list));
                    turned.run();
                };
        if (list.size() <= AT_ONCE) {
            tables.run();
        } else {
            background.execute(tables);
        }
    }

    /** The tables of a version that should serve, wherever it is on; until then older ones do. */
    public void makeTables(LivePlugin plugin) {
        List<Uai> colleges =
                tenants.places().stream()
                        .filter(Tenant::provisioned)
                        .map(tenant -> tenant.college().uai())
                        .filter(uai -> states.isOn(uai, plugin.id()))
                        .toList();
        makeTables(plugin, colleges);
    }

    /** Whether some collège has tables of a later version than this one. */
    public boolean isBeyond(LivePlugin version) {
        return schemas.reached(version.id()).keySet().stream()
                .anyMatch(uai -> schemas.isBeyond(uai, version.id(), version.scripts()));
    }

    /**
     * After going back to an older version: takes the tables back wherever they are a later
     * version's, also where the module is off.
     *
     * @param later the scripts of the version that ran before
     */
    public void takeBack(LivePlugin older, MigrationScripts later) {
        sideBySide.run(
                schemas.reached(older.id()).keySet().stream()
                        .filter(uai -> schemas.isBeyond(uai, older.id(), older.scripts()))
                        .toList(),
                uai -> takeBack(older, later, uai));
    }

    private void takeBack(LivePlugin older, MigrationScripts later, Uai uai) {
        try {
            schemas.takeBack(uai, older.id(), older.scripts(), later);
        } catch (RuntimeException e) {
            LOG.error("the tables of {} at {} are taken back later", older.id(), uai, e);
        }
    }

    /** The tables of everything that is on at a collège. */
    public void makeTables(Uai uai) {
        for (LivePlugin plugin : host.all()) {
            if (states.isOn(uai, plugin.id())) {
                makeTables(plugin, List.of(uai));
            }
        }
    }

    /**
     * The tables that should be there and are not: a node died between a switch and its tables, or
     * what made them fail may be over. To be repeated.
     */
    public void makeMissingTables() {
        for (LivePlugin plugin : host.all()) {
            makeTables(
                    plugin,
                    tenants.places().stream()
                            .map(tenant -> tenant.college().uai())
                            .filter(uai -> states.isOn(uai, plugin.id()))
                            .filter(uai -> schemas.isDue(uai, plugin.id(), plugin.scripts()))
                            .toList());
        }
    }

    private void makeTables(LivePlugin plugin, Collection<Uai> colleges) {
        sideBySide.run(
                colleges.stream()
                        .filter(uai -> tenants.byUai(uai).filter(Tenant::provisioned).isPresent())
                        .toList(),
                uai -> makeTables(plugin, uai));
        host.retire(this::isNeeded);
    }

    private void makeTables(LivePlugin plugin, Uai uai) {
        try {
            schemas.bringUp(uai, plugin.id(), plugin.scripts());
            schemas.failure(uai, plugin.id())
                    .ifPresent(
                            reason ->
                                    LOG.error(
                                            "module {} {} can't serve at {}: {}",
                                            plugin.id(),
                                            plugin.manifest().version(),
                                            uai,
                                            reason));
        } catch (RuntimeException e) {
            LOG.error("the tables of {} at {} are tried again later", plugin.id(), uai, e);
        }
    }

    /** Whether some collège is still served by this version. */
    public boolean isNeeded(LivePlugin version) {
        return tenants.places().stream()
                .map(tenant -> gate.serving(tenant.college().uai(), version.id()))
                .anyMatch(serving -> serving.filter(version::equals).isPresent());
    }

    /** Whether a collège has tables of the module, but not yet those of this version. */
    public boolean lacksItsPredecessor(LivePlugin version) {
        Set<Uai> reached = schemas.reached(version.id()).keySet();
        return tenants.places().stream()
                .filter(Tenant::provisioned)
                .map(tenant -> tenant.college().uai())
                .filter(uai -> states.isOn(uai, version.id()))
                .filter(uai -> !schemas.serves(uai, version.id(), version.scripts()))
                .anyMatch(reached::contains);
    }

    /** Ends the versions that serve nowhere any more. */
    public void retireUnneeded() {
        host.retire(this::isNeeded);
    }
}
