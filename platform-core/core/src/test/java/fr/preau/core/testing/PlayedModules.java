package fr.preau.core.testing;

import fr.preau.api.plugin.Plugin;
import fr.preau.api.school.Uai;
import fr.preau.core.contracts.CallKind;
import fr.preau.core.contracts.ModuleCalls;
import fr.preau.core.contracts.ModuleClosed;
import fr.preau.core.contracts.ModuleContract;
import fr.preau.core.contracts.ModuleWords;
import fr.preau.core.contracts.OpenModules;
import fr.preau.core.routes.RecordJson;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Modules that a test plays itself: all of them at every collège, until it switches one off. */
public final class PlayedModules implements OpenModules, ModuleCalls {

    private record Place(Uai college, String module) {}

    private final List<Uai> colleges;
    private final Map<String, ModuleContract> running = new ConcurrentHashMap<>();
    private final Set<Place> off = ConcurrentHashMap.newKeySet();
    private final Set<String> closed = ConcurrentHashMap.newKeySet();

    public PlayedModules(Uai... colleges) {
        this.colleges = List.of(colleges);
    }

    /** Runs a module, in the place of its version before. */
    public ModuleContract run(ModuleWords words, Plugin plugin) {
        ModuleContract contract = new ModuleContract(words, plugin, new RecordJson());
        running.put(words.id(), contract);
        return contract;
    }

    /** Takes a module's jar away, though it stays switched on. */
    public void takeAway(String module) {
        running.remove(module);
    }

    public void switchOff(Uai college, String module) {
        off.add(new Place(college, module));
    }

    public void switchOn(Uai college, String module) {
        off.remove(new Place(college, module));
    }

    /** Lets nobody into a module, as a gate does that keeps it back. */
    public void close(String module) {
        closed.add(module);
    }

    public void open(String module) {
        closed.remove(module);
    }

    @Override
    public Collection<Uai> colleges() {
        return colleges;
    }

    @Override
    public boolean isOn(Uai college, String module) {
        return !off.contains(new Place(college, module));
    }

    @Override
    public List<ModuleWords> at(Uai college) {
        return running.values().stream()
                .filter(contract -> isOn(college, contract.id()))
                .map(ModuleContract::words)
                .toList();
    }

    @Override
    public <T extends @Nullable Object> T call(
            Uai college, String module, CallKind kind, ModuleCalls.Work<T> work) throws Exception {
        ModuleContract contract = running.get(module);
        if (contract == null || closed.contains(module) || !isOn(college, module)) {
            throw new ModuleClosed(module + " does not answer");
        }
        return work.in(contract);
    }
}
