package fr.preau.liberty;

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
                String.format("%d collèges importés sur %d, %d élèves.", imported, all, pupils);
        if (refused == 0) {
            return counted;
        }
        return counted
                + " Refusés\u00a0: "
                + refused
                + "\u00a0; la raison est dans la console du Département, à /departement/colleges.";
    }
}
