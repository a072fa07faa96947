package fr.preau.canteen.tariff;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The tariffs of a place, the latest first.
 *
 * @param own whether they are fixed here; of a collège whose canteen the Département runs, they are
 *     not
 * @param changes whether this person fixes them
 * @param current what holds today; null before the first one
 */
public record TariffsPage(
        boolean own, boolean changes, @Nullable Shown current, List<Line> tariffs) {

    public TariffsPage {
        tariffs = List.copyOf(tariffs);
    }

    /** When a tariff holds. */
    public enum State {
        COMING,
        CURRENT,
        PAST
    }

    /** A tariff in the list. */
    public record Line(UUID tariff, String decision, LocalDate validFrom, State state) {}

    /**
     * A tariff with all its prices, in cents.
     *
     * @param passager of a meal without registration
     * @param guest of a meal of a guest or a member of the staff
     */
    public record Shown(
            String decision, LocalDate validFrom, List<Band> bands, int passager, int guest) {

        public Shown {
            bands = List.copyOf(bands);
        }

        static Shown of(TariffBook.Entry entry) {
            Tariff tariff = entry.tariff();
            return new Shown(
                    tariff.decision(),
                    tariff.validFrom(),
                    entry.bands().bands(),
                    tariff.passager(),
                    tariff.guest());
        }

        /** The dearest price, which fills a chart. */
        public int most() {
            return Math.max(
                    Math.max(passager, guest),
                    bands.stream().mapToInt(Band::price).max().orElse(0));
        }
    }
}
