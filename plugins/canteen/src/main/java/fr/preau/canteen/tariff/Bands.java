package fr.preau.canteen.tariff;

import java.util.List;
import java.util.Optional;

/**
 * The bands of a tariff: each quotient is in exactly one of them, for they follow each other to the
 * cent, from nothing to whatever there is.
 */
public record Bands(List<Band> bands) {

    /** As many as the Département has. */
    public static final int COUNT = 6;

    public Bands {
        bands = List.copyOf(bands);
        if (bands.size() != COUNT) {
            throw new IllegalArgumentException(bands.size() + " bands");
        }
        int next = 0;
        for (int i = 0; i < COUNT; i++) {
            Band band = bands.get(i);
            boolean last = i == COUNT - 1;
            Integer to = band.to();
            if (band.from() != next || last != (to == null) || to != null && to < band.from()) {
                throw new IllegalArgumentException("band " + (i + 1) + " is " + band);
            }
            next = to == null ? 0 : to + 1;
        }
    }

    /** The number of the band of a family; who gives no quotient is in the last one. */
    public int numberOf(Optional<Quotient> quotient) {
        return quotient.map(this::numberOf).orElse(COUNT);
    }

    /** The number of the band of a quotient, the first is 1. */
    int numberOf(Quotient quotient) {
        for (int i = 0; i < COUNT; i++) {
            if (bands.get(i).has(quotient)) {
                return i + 1;
            }
        }
        throw new IllegalStateException("no band has " + quotient);
    }
}
