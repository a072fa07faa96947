package fr.preau.core.modules;

import fr.preau.api.school.Uai;
import fr.preau.core.plugins.LivePlugin;
import fr.preau.core.plugins.PluginHost;
import java.util.List;

/** Whether a module answers at a collège: it runs, it is on there, and its tables are there. */
public final class ModuleGate {

    private final PluginHost host;
    private final ModuleStates states;
    private final ModuleSchemas schemas;

    public ModuleGate(PluginHost host, ModuleStates states, ModuleSchemas schemas) {
        this.host = host;
        this.states = states;
        this.schemas = schemas;
    }

    public boolean isOpen(Uai uai, String module) {
        return states.isOn(uai, module) && schemas.isReady(uai, module);
    }

    /** The modules that answer at a collège, by id. */
    public List<LivePlugin> modulesOn(Uai uai) {
        return host.all().stream().filter(plugin -> isOpen(uai, plugin.id())).toList();
    }
}
