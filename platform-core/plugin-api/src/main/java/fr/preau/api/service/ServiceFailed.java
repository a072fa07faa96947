package fr.preau.api.service;

/**
 * Another module did not answer: it is off, too old for this call, or failed.
 *
 * <p>What it had begun to write may not be kept in halves. So when a service fails in a unit of
 * work that changes something, that unit can't be committed any more: catch this to say it better,
 * not to go on. In a {@code GET} a page can go on without the answer.
 */
public final class ServiceFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String service;

    /**
     * @param reason in plain words, without a class or an exception of the other module
     */
    public ServiceFailed(String service, String reason) {
        super(service + ": " + reason);
        this.service = service;
    }

    /** The name of the service. */
    public String service() {
        return service;
    }
}
