package fr.preau.portal.pages;

/**
 * A module that the Département offers to a collège.
 *
 * @param title what users call it
 * @param decidable whether the collège switches it itself
 * @param permissions how many rights it has
 * @param settings how many things the collège may set
 */
public record OwnModule(
        String id,
        String title,
        String description,
        OwnModuleState state,
        boolean decidable,
        int permissions,
        int settings) {}
