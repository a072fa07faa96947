package fr.preau.portal.pages;

/**
 * A collège with its head counts.
 *
 * @param imported the state of its last import
 */
public record CollegeLine(
        String slug,
        String uai,
        String name,
        String commune,
        CollegeState state,
        int pupils,
        int classes,
        int teachers,
        int guardians,
        ImportLine imported) {}
