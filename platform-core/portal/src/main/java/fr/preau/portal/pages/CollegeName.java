package fr.preau.portal.pages;

/** A collège as a list names it. */
public record CollegeName(String slug, String name, String commune) {}
