package fr.preau.portal.pages;

/**
 * The figures of the whole Département.
 *
 * @param active collèges that are open to their people
 * @param prepared collèges that are known but not open: they get no import
 * @param imported at how many active collèges the last import went through
 * @param refused at how many it was refused
 */
public record Totals(
        int active,
        int prepared,
        int pupils,
        int classes,
        int teachers,
        int guardians,
        int imported,
        int refused) {}
