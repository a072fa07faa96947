package fr.preau.api.web;

/**
 * Requests to the servers that the manifest names with the permission {@code network}: over https,
 * and to nobody else.
 *
 * <p>The client is the host's: it keeps the connections, and they end with the module.
 */
public interface Web {

    /**
     * Sends a request and waits for the answer, ten seconds at most; a redirection is an answer
     * like another.
     *
     * @throws WebFailed when there is no answer, or one of more than a million bytes
     * @throws IllegalArgumentException when the address is not https, or not of a server that the
     *     manifest names
     */
    WebAnswer send(WebRequest request) throws WebFailed;
}
