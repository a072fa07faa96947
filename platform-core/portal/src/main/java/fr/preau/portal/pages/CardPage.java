package fr.preau.portal.pages;

import jakarta.json.bind.annotation.JsonbTransient;
import org.jspecify.annotations.Nullable;

/**
 * One card, for an accueil that did not wait for it.
 *
 * @param drawn as HTML; null when it is lost, and for programs
 */
public record CardPage(CardSlot slot, @JsonbTransient @Nullable DrawnCard drawn) {}
