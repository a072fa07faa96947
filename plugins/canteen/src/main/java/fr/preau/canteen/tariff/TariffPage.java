package fr.preau.canteen.tariff;

import fr.preau.api.route.Violations;
import java.util.Map;
import java.util.UUID;

/**
 * A tariff to be fixed, as it stands or as it was typed.
 *
 * @param own whether tariffs are fixed here
 * @param isNew whether nobody has kept it yet
 * @param fixed whether it holds, or has held, and stays what it is
 * @param band sums of the bands as people write them, by {@code 2-from}, {@code 2-to}, {@code
 *     2-price}
 * @param version the one that is shown
 */
public record TariffPage(
        UUID tariff,
        boolean own,
        boolean isNew,
        boolean fixed,
        String decision,
        String validFrom,
        Map<String, String> band,
        String passager,
        String guest,
        int version,
        Violations violations) {

    public TariffPage {
        band = Map.copyOf(band);
    }

    /** A sum of a band as it is shown, empty where there is none. */
    public String sum(int number, String part) {
        return band.getOrDefault(number + "-" + part, "");
    }
}
