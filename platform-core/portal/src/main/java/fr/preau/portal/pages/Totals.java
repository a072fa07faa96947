package fr.preau.portal.pages;

/** The figures of the whole Département. */
public record Totals(
        int active,
        int prepared,
        int pupils,
        int classes,
        int teachers,
        int guardians,
        int imported,
        int refused) {

    public int colleges() {
        return active + prepared;
    }
}
