package fr.preau.canteen.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever a quotient is, exactly one band has it. */
class BandsTest {

    @Property
    void everyQuotientIsInOneBand(
            @ForAll @Size(5) Set<@IntRange(max = 1_000_000) Integer> limits,
            @ForAll @IntRange(max = 2_000_000) int cents) {
        Bands bands = upTo(limits.stream().sorted().toList());
        Quotient quotient = new Quotient(cents);

        assertThat(bands.bands().stream().filter(band -> band.has(quotient))).hasSize(1);
        assertThat(bands.bands().get(bands.numberOf(quotient) - 1).has(quotient)).isTrue();
    }

    private static Bands upTo(List<Integer> limits) {
        List<Band> bands = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < Bands.COUNT; i++) {
            Integer to = i < limits.size() ? limits.get(i) : null;
            bands.add(new Band(from, to, 100 * (i + 1)));
            from = to == null ? 0 : to + 1;
        }
        return new Bands(bands);
    }

    @Test
    void noneWithAGapAnOverlapOrAnEndIsMade() {
        List<Band> right = upTo(List.of(100, 200, 300, 400, 500)).bands();

        assertRefused(right, 0, new Band(1, 100, 0));
        assertRefused(right, 2, new Band(202, 300, 0));
        assertRefused(right, 2, new Band(200, 300, 0));
        assertRefused(right, 3, new Band(301, null, 0));
        assertRefused(right, 4, new Band(401, 399, 0));
        assertRefused(right, 5, new Band(501, 900, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Bands(right.subList(0, 5)));
    }

    private static void assertRefused(List<Band> right, int place, @Nullable Band wrong) {
        List<Band> bands = new ArrayList<>(right);
        bands.set(place, wrong);
        assertThatIllegalArgumentException().isThrownBy(() -> new Bands(bands));
    }
}
