package fr.preau.api.plugin;

import fr.preau.api.agenda.Engagements;
import fr.preau.api.event.Listener;
import fr.preau.api.job.Job;
import fr.preau.api.privacy.PersonalData;
import fr.preau.api.route.Route;
import fr.preau.api.search.Search;
import fr.preau.api.service.OfferedService;
import java.util.List;
import java.util.Optional;

/**
 * A module: the one OSGi service a bundle offers to Préau. Its manifest, {@code
 * META-INF/preau/plugin.json}, says who it is and what it brings; this does it.
 */
public interface Plugin {

    List<Route<?, ?>> routes();

    /** One for each card of the manifest. */
    default List<Card<?>> cards() {
        return List.of();
    }

    /** What it does when it hears of facts that other modules publish. */
    default List<Listener<?>> listeners() {
        return List.of();
    }

    /** What it does for other modules. */
    default List<OfferedService<?>> services() {
        return List.of();
    }

    /** What it has done at its time. */
    default List<Job> jobs() {
        return List.of();
    }

    /**
     * What it knows of a person, for those who ask for it or want it erased. A module that keeps
     * anything about people has this; without it, it says that it keeps nothing.
     */
    default Optional<PersonalData> personalData() {
        return Optional.empty();
    }

    /**
     * When it expects people, for itself at their other collèges; nothing where it gives nobody an
     * hour.
     */
    default Optional<Engagements> engagements() {
        return Optional.empty();
    }

    /**
     * How it is searched, for itself at a person's other collèges; nothing where there is nothing
     * to be found.
     */
    default Optional<Search> search() {
        return Optional.empty();
    }
}
