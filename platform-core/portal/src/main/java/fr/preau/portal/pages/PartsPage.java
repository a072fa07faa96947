package fr.preau.portal.pages;

import java.time.Instant;

/** The living page of the parts that all pages are made of. */
public record PartsPage(Instant shownAt) {}
