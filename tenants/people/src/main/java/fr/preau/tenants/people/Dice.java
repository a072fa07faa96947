package fr.preau.tenants.people;

import java.util.List;

/**
 * Chance that comes out the same for the same seed and the same name, on every machine.
 *
 * <p>SplitMix64 (Steele, Lea, Flood 2014), written out because the JDK doesn't promise that its own
 * generators give the same numbers in every version.
 */
final class Dice {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    /** The dice for one decision, named by its kind, its place and its number there. */
    static Dice named(long seed, String kind, String place, int number) {
        long hash = FNV_OFFSET ^ mixed(seed);
        hash = absorbed(hash, kind);
        hash = absorbed(hash, place);
        return new Dice(mixed((hash ^ number) * FNV_PRIME));
    }

    private static long absorbed(long hash, String text) {
        long result = hash;
        for (int i = 0; i < text.length(); i++) {
            result = (result ^ text.charAt(i)) * FNV_PRIME;
        }
        return (result ^ '/') * FNV_PRIME;
    }

    private static long mixed(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A number from 0 to one less than the bound. */
    int below(int bound) {
        state += GOLDEN_GAMMA;
        return (int) ((mixed(state) >>> 33) % bound);
    }

    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    boolean percent(int chance) {
        return below(100) < chance;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(below(choices.size()));
    }
}
