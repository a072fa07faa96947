package fr.preau.core.modules;

import fr.preau.api.school.Uai;
import fr.preau.core.contracts.ModuleNeeds;
import fr.preau.core.plugins.LivePlugin;
import fr.preau.core.plugins.PluginHost;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whether a module answers at a collège, and which of its versions: the module is on there, and the
 * tables of that version are there.
 */
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
        return serving(uai, module).isPresent();
    }

    /**
     * The version that answers at a collège: where the newest can't yet, the one before. None where
     * a service that it requires is missing.
     */
    public Optional<LivePlugin> serving(Uai uai, String module) {
        return able(uai, module).filter(version -> hasWhatItRequires(uai, version));
    }

    private boolean hasWhatItRequires(Uai uai, LivePlugin version) {
        if (version.manifest().required().findAny().isEmpty()) {
            return true;
        }
        List<LivePlugin> able =
                host.all().stream().flatMap(plugin -> able(uai, plugin.id()).stream()).toList();
        Set<String> on = able.stream().map(LivePlugin::id).collect(Collectors.toSet());
        return new ModuleNeeds(able.stream().map(LivePlugin::words).toList())
                .open(on)
                .contains(version.id());
    }

    /**
     * The version that knows the module's tables at a collège, whether or not it is on there: for
     * the rights of people, which do not end with a switch.
     */
    public Optional<LivePlugin> knowing(Uai uai, String module) {
        return host.versions(module).stream()
                .filter(version -> schemas.serves(uai, module, version.scripts()))
                .findFirst();
    }

    private Optional<LivePlugin> able(Uai uai, String module) {
        return states.isOn(uai, module) ? knowing(uai, module) : Optional.empty();
    }

    /** The modules that answer at a collège, by id. */
    public List<LivePlugin> modulesOn(Uai uai) {
        return host.all().stream().flatMap(plugin -> serving(uai, plugin.id()).stream()).toList();
    }

    /**
     * Calls into the version that answers at a collège; it stays alive until the call has ended.
     *
     * @return empty when none answers
     */
    public <T> Optional<T> call(Uai uai, String module, Function<LivePlugin, T> call) {
        return host.call(() -> serving(uai, module), call);
    }

    /** The same for the version that {@link #knowing knows} the tables there. */
    public <T> Optional<T> callKnowing(Uai uai, String module, Function<LivePlugin, T> call) {
        return host.call(() -> knowing(uai, module), call);
    }
}
