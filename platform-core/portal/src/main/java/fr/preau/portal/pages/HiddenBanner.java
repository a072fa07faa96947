package fr.preau.portal.pages;

import java.util.UUID;

/** An urgent message that somebody does not want to see any more. */
public record HiddenBanner(UUID banner) {}
