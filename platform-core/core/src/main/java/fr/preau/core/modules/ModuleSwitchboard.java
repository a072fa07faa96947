package fr.preau.core.modules;

import fr.preau.api.school.Uai;
import fr.preau.core.audit.AuditLog.Actor;
import fr.preau.core.plugins.LivePlugin;
import fr.preau.core.plugins.PluginHost;
import fr.preau.core.tenancy.Tenant;
import fr.preau.core.tenancy.Tenants;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Switches modules on and off, and makes their tables where they are needed: when a module is
 * switched on, when a new version comes, when a collège is provisioned.
 */
public final class ModuleSwitchboard {

    private static final Logger LOG = LoggerFactory.getLogger(ModuleSwitchboard.class);

    /** So many collèges are made ready while the operator waits; more go on behind. */
    private static final int AT_ONCE = 3;

    private final ModuleStates states;
    private final ModuleSchemas schemas;
    private final PluginHost host;
    private final Tenants tenants;
    private final Executor background;

    public ModuleSwitchboard(
            ModuleStates states,
            ModuleSchemas schemas,
            PluginHost host,
            Tenants tenants,
            Executor background) {
        this.states = states;
        this.schemas = schemas;
        this.host = host;
        this.tenants = tenants;
        this.background = background;
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
            return;
        }
        List<Uai> list = List.copyOf(colleges);
        Runnable tables = () -> host.find(module).ifPresent(plugin -> makeTables(plugin, list));
        if (list.size() <= AT_ONCE) {
            tables.run();
        } else {
            background.execute(tables);
        }
    }

    /** The tables of a version that is about to serve, wherever it is on. */
    public void makeTables(LivePlugin plugin) {
        List<Uai> colleges =
                tenants.all().stream()
                        .filter(Tenant::provisioned)
                        .map(tenant -> tenant.college().uai())
                        .filter(uai -> states.isOn(uai, plugin.id()))
                        .toList();
        makeTables(plugin, colleges);
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
                    tenants.all().stream()
                            .map(tenant -> tenant.college().uai())
                            .filter(uai -> states.isOn(uai, plugin.id()))
                            .filter(uai -> schemas.isDue(uai, plugin.id(), plugin.scripts()))
                            .toList());
        }
    }

    private void makeTables(LivePlugin plugin, Collection<Uai> colleges) {
        for (Uai uai : colleges) {
            if (tenants.byUai(uai).map(Tenant::provisioned).orElse(false)) {
                schemas.bringUp(uai, plugin.id(), plugin.scripts());
                schemas.failure(uai, plugin.id())
                        .ifPresent(
                                reason ->
                                        LOG.error(
                                                "module {} is off at {}: {}",
                                                plugin.id(),
                                                uai,
                                                reason));
            }
        }
    }
}
