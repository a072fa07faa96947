package fr.preau.api.service;

import java.util.Optional;

/**
 * The services of other modules at this collège.
 *
 * <p>No class is shared: arguments and answers go over as JSON, into the records of the side that
 * reads them. What one side does not know is left out, what it misses is null, 0, false or empty.
 */
public interface Services {

    /**
     * A service, if the module that offers it answers at this collège.
     *
     * @param name declared in the manifest under {@code services.uses}
     * @param type the asking module's own copy of the interface, or of a part of it
     * @return whose calls throw {@link ServiceFailed}. Ask in each unit of work anew: it may be
     *     kept longer, but its provider may be switched off
     * @throws IllegalArgumentException when the manifest does not declare it
     */
    <S> Optional<S> find(String name, Class<S> type);

    /** Whether the module that offers a service answers at this collège. */
    boolean isAvailable(String name);
}
