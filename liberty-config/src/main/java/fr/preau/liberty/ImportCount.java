package fr.preau.liberty;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * How far the imports are.
 *
 * @param all how many collèges are to be imported
 * @param pupils how many of them are there by now
 */
record ImportCount(int imported, int refused, int all, int pupils) {

    /** So many more collèges are worth a line. */
    private static final int STEP = 10;

    /** Nothing more is to come. */
    boolean complete() {
        return imported + refused >= all;
    }

    /** The line that is worth saying after what was said before. */
    Optional<String> newsSince(ImportCount said) {
        boolean news =
                refused != said.refused
                        || imported >= said.imported + STEP
                        || (complete() && !said.complete());
        return news ? Optional.of(line()) : Optional.empty();
    }

    String line() {
        String counted =
                new MessageFormat(
                                "{0,choice,0#aucun collège importé|1#1 collège importé|1<{0}"
                                        + " collèges importés} sur {1}, {2} élèves.",
                                Locale.FRANCE)
                        .format(new Object[] {imported, all, pupils});
        if (refused == 0) {
            return counted;
        }
        return counted
                + " Refusés\u00a0: "
                + refused
                + "\u00a0; la raison est dans la console du Département, à /departement/colleges.";
    }
}
