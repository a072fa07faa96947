package fr.preau.portal.pages;

import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * What a module's card says on the accueil.
 *
 * @param title what users call the module
 * @param id the card's name within the module
 * @param college the slug of the collège it speaks for
 * @param asks whether it asks for an answer
 * @param lost whether the module does not answer for the moment
 * @param late where the card can be had that was not there in time; null when there is nothing to
 *     wait for
 * @param page the module's own record, for programs; null where the card is drawn, or lost
 */
public record CardSlot(
        String module,
        String title,
        String id,
        String college,
        boolean asks,
        boolean lost,
        @Nullable String late,
        @Nullable JsonValue page) {}
