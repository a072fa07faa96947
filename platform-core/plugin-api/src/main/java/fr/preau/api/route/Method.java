package fr.preau.api.route;

/** The HTTP methods a route can answer; only {@link #GET} changes nothing. */
public enum Method {
    GET,
    POST,
    PUT,
    DELETE;

    public boolean isSafe() {
        return this == GET;
    }
}
