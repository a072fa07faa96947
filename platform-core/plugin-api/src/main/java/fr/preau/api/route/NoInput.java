package fr.preau.api.route;

/** The input of a route that takes none. */
public record NoInput() {}
