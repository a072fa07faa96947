package fr.preau.canteen.tariff;

import fr.preau.api.route.Violations;
import fr.preau.api.text.Euros;
import fr.preau.api.text.ModuleTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Reads the sums of a tariff as they were typed, and says what is wrong with which: a gap, in which
 * a quotient would have no price, or an overlap, in which it would have two.
 */
final class TariffCheck {

    /** A meal for more is a mistake. */
    private static final int DEAREST = 10_000;

    private static final ModuleTexts TEXTS = ModuleTexts.of(TariffCheck.class);

    private final Map<String, String> typed;
    private Violations violations = Violations.none();

    TariffCheck(Map<String, String> typed) {
        this.typed = typed;
    }

    Violations violations() {
        return violations;
    }

    /** Empty where something is wrong. */
    Optional<Bands> bands() {
        List<Band> bands = new ArrayList<>();
        Integer end = -1;
        for (int number = 1; number <= Bands.COUNT; number++) {
            boolean last = number == Bands.COUNT;
            Integer from = sum(field(number, "from"), typed.get(number + "-from"));
            Integer to = last ? null : sum(field(number, "to"), typed.get(number + "-to"));
            Integer price = price(field(number, "price"), typed.get(number + "-price"));
            if (from != null && end != null) {
                follows(number, from, end);
            }
            if (from != null && to != null && to < from) {
                wrong(field(number, "to"), "tariff.problem.backwards", number);
            }
            if (from != null && price != null) {
                bands.add(new Band(from, to, price));
            }
            end = to;
        }
        if (last(typed.get(Bands.COUNT + "-to"))) {
            wrong(field(Bands.COUNT, "to"), "tariff.problem.open");
        }
        return violations.isEmpty() ? Optional.of(new Bands(bands)) : Optional.empty();
    }

    private static boolean last(@Nullable String to) {
        return to != null && !to.isBlank();
    }

    private void follows(int number, int from, int end) {
        if (number == 1 && from != 0) {
            wrong(field(1, "from"), "tariff.problem.zero");
        } else if (from > end + 1) {
            wrong(
                    field(number, "from"),
                    "tariff.problem.gap",
                    number,
                    Euros.of(from),
                    number - 1,
                    Euros.of(end));
        } else if (from <= end) {
            wrong(
                    field(number, "from"),
                    "tariff.problem.overlap",
                    number,
                    Euros.of(from),
                    number - 1,
                    Euros.of(end));
        }
    }

    /** A price, or null where it is none. */
    @Nullable Integer price(String field, @Nullable String value) {
        Integer cents = sum(field, value);
        if (cents != null && cents > DEAREST) {
            wrong(field, "tariff.problem.dear", Euros.of(DEAREST));
            return null;
        }
        return cents;
    }

    private @Nullable Integer sum(String field, @Nullable String value) {
        OptionalInt cents = value == null ? OptionalInt.empty() : Euros.cents(value);
        if (cents.isEmpty()) {
            wrong(field, "tariff.problem.sum");
            return null;
        }
        return cents.getAsInt();
    }

    private void wrong(String field, String key, Object... arguments) {
        violations = violations.and(Violations.of(field, TEXTS.text(key, arguments)));
    }

    private static String field(int number, String part) {
        return "band." + number + "-" + part;
    }
}
