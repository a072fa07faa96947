package fr.preau.api.page;

/** One thing to choose in a list. */
public record Choice(String value, String label, boolean chosen) {}
