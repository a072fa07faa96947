package fr.preau.api.text;

/** What a text is made of, one after the other. */
sealed interface Sign {

    /** Letters that stand for themselves. */
    record Letters(String text) implements Sign {}

    /** A line ends. */
    record Break() implements Sign {}

    record LinkBegins(Link link) implements Sign {}

    record LinkEnds() implements Sign {}

    /**
     * One to three stars: one is for italics, two are for bold, three for both.
     *
     * <p>Whether they mean anything is known when their counterpart is found.
     */
    final class Stars implements Sign {

        private final int count;
        private final boolean mayOpen;
        private final boolean mayClose;
        private boolean strong;
        private boolean emphasis;

        Stars(int count, boolean mayOpen, boolean mayClose) {
            this.count = count;
            this.mayOpen = mayOpen;
            this.mayClose = mayClose;
        }

        boolean isStrong() {
            return count >= 2;
        }

        boolean isEmphasis() {
            return count != 2;
        }

        boolean mayOpen() {
            return mayOpen;
        }

        boolean mayClose() {
            return mayClose;
        }

        void meansStrong() {
            strong = true;
        }

        void meansEmphasis() {
            emphasis = true;
        }

        boolean turnsStrong() {
            return strong;
        }

        boolean turnsEmphasis() {
            return emphasis;
        }

        int meaningless() {
            return count - (strong ? 2 : 0) - (emphasis ? 1 : 0);
        }
    }
}
