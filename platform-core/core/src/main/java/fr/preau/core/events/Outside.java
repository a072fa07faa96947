package fr.preau.core.events;

import fr.preau.api.web.WebAnswer;
import fr.preau.api.web.WebFailed;
import fr.preau.api.web.WebRequest;

/** The servers outside, as far as each module may ask them. */
@FunctionalInterface
public interface Outside {

    /**
     * Sends a request for a module and waits for the answer.
     *
     * @throws WebFailed when there is none
     * @throws IllegalArgumentException when the module may not ask that server
     */
    WebAnswer send(String module, WebRequest request) throws WebFailed;
}
