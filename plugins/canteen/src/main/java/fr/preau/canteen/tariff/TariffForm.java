package fr.preau.canteen.tariff;

import fr.preau.api.route.Violations;
import fr.preau.api.text.Euros;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The form of a tariff: empty, as it is kept, after the one before, or as it was typed. */
final class TariffForm {

    private TariffForm() {}

    /** A new one, with what holds already: as a rule only prices change from year to year. */
    static TariffPage next(UUID key, TariffBook.@Nullable Entry before, LocalDate today) {
        LocalDate newYear = LocalDate.of(today.getYear() + 1, 1, 1);
        return before == null
                ? new TariffPage(
                        key,
                        true,
                        true,
                        false,
                        "",
                        today.toString(),
                        Map.of("1-from", "0"),
                        "",
                        "",
                        0,
                        Violations.none())
                : new TariffPage(
                        key,
                        true,
                        true,
                        false,
                        "",
                        newYear.toString(),
                        sums(before.bands().bands()),
                        written(before.tariff().passager()),
                        written(before.tariff().guest()),
                        0,
                        Violations.none());
    }

    /** That of a collège whose canteen the Département runs. */
    static TariffPage elsewhere(UUID key) {
        return new TariffPage(
                key, false, true, true, "", "", Map.of(), "", "", 0, Violations.none());
    }

    static TariffPage kept(Tariff tariff, Bands bands, LocalDate today) {
        return new TariffPage(
                tariff.id(),
                true,
                false,
                tariff.holds(today),
                tariff.decision(),
                tariff.validFrom().toString(),
                sums(bands.bands()),
                written(tariff.passager()),
                written(tariff.guest()),
                tariff.version(),
                Violations.none());
    }

    /** What was not sent is null, whatever the record says. */
    static TariffPage typed(TariffInput input, boolean isNew, Violations violations) {
        Map<String, String> band = new HashMap<>();
        if (input.band() != null) {
            for (int number = 1; number <= Bands.COUNT; number++) {
                for (String part : List.of("from", "to", "price")) {
                    String key = number + "-" + part;
                    band.put(key, Objects.requireNonNullElse(input.band().get(key), ""));
                }
            }
        }
        return new TariffPage(
                input.tariff(),
                true,
                isNew,
                false,
                Objects.requireNonNullElse(input.decision(), ""),
                input.validFrom() == null ? "" : input.validFrom().toString(),
                band,
                Objects.requireNonNullElse(input.passager(), ""),
                Objects.requireNonNullElse(input.guest(), ""),
                Objects.requireNonNullElse(input.version(), 0),
                violations);
    }

    private static Map<String, String> sums(List<Band> bands) {
        Map<String, String> sums = new HashMap<>();
        for (int i = 0; i < bands.size(); i++) {
            Band band = bands.get(i);
            int number = i + 1;
            sums.put(number + "-from", written(band.from()));
            Integer to = band.to();
            if (to != null) {
                sums.put(number + "-to", written(to));
            }
            sums.put(number + "-price", written(band.price()));
        }
        return sums;
    }

    private static String written(int cents) {
        return Euros.of(cents);
    }
}
