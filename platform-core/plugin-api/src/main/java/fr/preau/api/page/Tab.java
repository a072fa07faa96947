package fr.preau.api.page;

/** A view of the same thing, reached by a link; exactly one of a row of tabs is current. */
public record Tab(String label, String href, boolean current) {}
