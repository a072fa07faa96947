package fr.preau.core.services;

/** A question could not be put, or its answer not be taken; the message says why in plain words. */
final class ServiceUnanswered extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ServiceUnanswered(String reason) {
        super(reason);
    }
}
