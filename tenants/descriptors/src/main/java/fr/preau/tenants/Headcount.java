package fr.preau.tenants;

/**
 * How many pupils a collège has, by level.
 *
 * @param segpa how many of them are in the adapted section (SEGPA); counted in the levels too
 * @param ulis how many of them are in the inclusion unit (ULIS); counted in the levels too
 */
public record Headcount(
        int sixieme, int cinquieme, int quatrieme, int troisieme, int segpa, int ulis) {

    /** No collège of France comes near; a number above is a slip of the keyboard. */
    static final int MOST_PER_LEVEL = 999;

    public Headcount {
        Check.range(sixieme, 0, MOST_PER_LEVEL);
        Check.range(cinquieme, 0, MOST_PER_LEVEL);
        Check.range(quatrieme, 0, MOST_PER_LEVEL);
        Check.range(troisieme, 0, MOST_PER_LEVEL);
        Check.range(segpa, 0, MOST_PER_LEVEL);
        Check.range(ulis, 0, MOST_PER_LEVEL);
        int total = sixieme + cinquieme + quatrieme + troisieme;
        if (segpa + ulis > total) {
            throw new IllegalArgumentException(
                    "SEGPA and ULIS have more pupils than the four levels together ("
                            + total
                            + ")");
        }
    }

    public int of(Level level) {
        return switch (level) {
            case SIXIEME -> sixieme;
            case CINQUIEME -> cinquieme;
            case QUATRIEME -> quatrieme;
            case TROISIEME -> troisieme;
        };
    }

    public int total() {
        return sixieme + cinquieme + quatrieme + troisieme;
    }
}
