package fr.preau.testkit;

import fr.preau.api.plugin.Plugin;
import fr.preau.api.route.Route;
import fr.preau.api.school.Uai;
import fr.preau.api.service.OfferedService;
import fr.preau.core.contracts.CallKind;
import fr.preau.core.contracts.ModuleCalls;
import fr.preau.core.contracts.ModuleContract;
import fr.preau.core.contracts.ModuleWords;
import fr.preau.core.contracts.OpenModules;
import fr.preau.core.routes.RecordJson;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The modules of a node, with those whose services a test stands in for. */
final class KitServices implements OpenModules, ModuleCalls {

    private final OpenModules modules;
    private final ModuleCalls calls;
    private final Map<String, OfferedService<?>> offered = new LinkedHashMap<>();

    KitServices(OpenModules modules, ModuleCalls calls) {
        this.modules = modules;
        this.calls = calls;
    }

    void add(OfferedService<?> service) {
        offered.put(service.name(), service);
    }

    void clear() {
        offered.clear();
    }

    @Override
    public Collection<Uai> colleges() {
        return modules.colleges();
    }

    @Override
    public boolean isOn(Uai college, String module) {
        return !of(module).isEmpty() || modules.isOn(college, module);
    }

    @Override
    public List<ModuleWords> at(Uai college) {
        return modules.at(college);
    }

    @Override
    public Optional<ModuleWords> find(Uai college, String module) {
        List<OfferedService<?>> services = of(module);
        return services.isEmpty()
                ? modules.find(college, module)
                : Optional.of(words(module, services));
    }

    @Override
    public <T extends @Nullable Object> T call(
            Uai college, String module, CallKind kind, Work<T> work) throws Exception {
        List<OfferedService<?>> services = of(module);
        if (services.isEmpty()) {
            return calls.call(college, module, kind, work);
        }
        try (RecordJson json = new RecordJson()) {
            return work.in(
                    new ModuleContract(words(module, services), new StandIn(services), json));
        }
    }

    private List<OfferedService<?>> of(String module) {
        return offered.values().stream()
                .filter(service -> ModuleWords.ownerOf(service.name()).equals(module))
                .<OfferedService<?>>map(service -> service)
                .toList();
    }

    private static ModuleWords words(String module, List<OfferedService<?>> services) {
        return new ModuleWords(
                module,
                Set.of(),
                Set.of(),
                services.stream().map(OfferedService::name).collect(Collectors.toSet()),
                Map.of(),
                Map.of());
    }

    /** A module that is nothing but its services. */
    private record StandIn(List<OfferedService<?>> services) implements Plugin {

        @Override
        public List<Route<?, ?>> routes() {
            return List.of();
        }
    }
}
