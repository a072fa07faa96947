package fr.preau.core.contracts;

import fr.preau.api.agenda.Engagements;
import fr.preau.api.event.Listener;
import fr.preau.api.job.Job;
import fr.preau.api.plugin.Plugin;
import fr.preau.api.privacy.PersonalData;
import fr.preau.api.search.Search;
import fr.preau.api.service.OfferedService;
import fr.preau.core.routes.JsonShape;
import fr.preau.core.routes.RecordJson;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What one version of a module really brings for others: its listeners, its services, its jobs. It
 * ends with the version.
 */
public final class ModuleContract {

    private final ModuleWords words;
    private final Map<String, Listener<?>> listeners;
    private final Map<String, OfferedService<?>> services;
    private final Map<String, Job> jobs;
    private final Optional<PersonalData> personalData;
    private final Optional<Engagements> engagements;
    private final Optional<Search> search;
    private final RecordJson json;

    /**
     * @param json of this version; closed by whoever made it
     * @throws IllegalArgumentException when what the plugin brings is not what its manifest says
     */
    public ModuleContract(ModuleWords words, Plugin plugin, RecordJson json) {
        this.words = words;
        this.json = json;
        this.listeners = byName(words, "listener", plugin.listeners(), Listener::fact);
        this.services = byName(words, "service", plugin.services(), OfferedService::name);
        this.jobs = byName(words, "job", plugin.jobs(), Job::id);
        this.personalData = plugin.personalData();
        this.engagements = plugin.engagements();
        this.search = plugin.search();
        requireSame(words.id(), "events.listens", words.listens(), listeners.keySet());
        requireSame(words.id(), "services.offers", words.offers(), services.keySet());
        requireSame(words.id(), "jobs", words.jobs().keySet(), jobs.keySet());
        listeners.values().forEach(listener -> JsonShape.requireRead(listener.type()));
        services.values().forEach(service -> JsonShape.requireService(service.type()));
        jobs.values().forEach(this::requirePlanned);
    }

    private static <T> Map<String, T> byName(
            ModuleWords words, String what, Collection<T> all, Function<T, String> name) {
        return all.stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                name,
                                Function.identity(),
                                (a, b) -> {
                                    throw new IllegalArgumentException(
                                            words.id()
                                                    + " has a "
                                                    + what
                                                    + " twice: "
                                                    + name.apply(a));
                                }));
    }

    private static void requireSame(
            String id, String section, Set<String> declared, Set<String> brought) {
        if (!declared.equals(brought)) {
            throw new IllegalArgumentException(
                    id
                            + ": « "
                            + section
                            + " » declares "
                            + declared
                            + ", its class has "
                            + brought);
        }
    }

    private void requirePlanned(Job job) {
        if (!job.schedule().equals(words.jobs().get(job.id()))) {
            throw new IllegalArgumentException(
                    words.id() + ": the job « " + job.id() + " » is not due as its manifest says");
        }
    }

    public String id() {
        return words.id();
    }

    public ModuleWords words() {
        return words;
    }

    public Optional<Listener<?>> listener(String fact) {
        return Optional.ofNullable(listeners.get(fact));
    }

    public Optional<OfferedService<?>> service(String name) {
        return Optional.ofNullable(services.get(name));
    }

    public Optional<Job> job(String id) {
        return Optional.ofNullable(jobs.get(id));
    }

    /** What it knows of a person; empty when it says that it knows nothing of anybody. */
    public Optional<PersonalData> personalData() {
        return personalData;
    }

    /** When it expects people; empty when it gives nobody an hour. */
    public Optional<Engagements> engagements() {
        return engagements;
    }

    /** How it is searched; empty when there is nothing to be found. */
    public Optional<Search> search() {
        return search;
    }

    /** Reads and writes the records of this version. */
    public RecordJson json() {
        return json;
    }
}
