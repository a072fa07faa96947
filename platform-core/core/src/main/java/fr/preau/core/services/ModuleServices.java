package fr.preau.core.services;

import fr.preau.api.service.Services;
import fr.preau.core.contracts.ModuleWords;
import fr.preau.core.routes.JsonShape;
import fr.preau.core.routes.RecordJson;
import java.lang.reflect.Proxy;
import java.util.Optional;

/** The services of others as one module is given them: those that its manifest says it uses. */
public final class ModuleServices implements Services {

    private final ModuleWords words;
    private final RecordJson json;
    private final ServiceCalls calls;

    /**
     * @param json of this version of the module that asks
     */
    public ModuleServices(ModuleWords words, RecordJson json, ServiceCalls calls) {
        this.words = words;
        this.json = json;
        this.calls = calls;
    }

    @Override
    public <S> Optional<S> find(String name, Class<S> type) {
        if (!isAvailable(name)) {
            return Optional.empty();
        }
        JsonShape.requireService(type);
        // Made in the loader of who asks, and remembered only there.
        Object proxy =
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        new ServiceProxy(name, json, calls));
        return Optional.of(type.cast(proxy));
    }

    @Override
    public boolean isAvailable(String name) {
        if (!words.uses().containsKey(name)) {
            throw new IllegalArgumentException(
                    words.id() + " does not declare that it uses « " + name + " »");
        }
        return calls.isOffered(name);
    }
}
