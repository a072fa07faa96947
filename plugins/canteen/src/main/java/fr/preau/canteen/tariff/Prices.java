package fr.preau.canteen.tariff;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What meals cost on the days of some months. */
public final class Prices {

    /** In the order in which they hold, the latest first. */
    private final List<Dated> tariffs;

    /**
     * A tariff from its first day until the next one.
     *
     * @param passager of a meal without registration, in cents
     */
    public record Dated(LocalDate from, String decision, int passager, Bands bands) {}

    public Prices(List<Dated> tariffs) {
        this.tariffs = tariffs.stream().sorted((a, b) -> b.from().compareTo(a.from())).toList();
    }

    /** Those of the days up to this one. Two statements. */
    public static Prices until(EntityManager entities, LocalDate last) {
        List<Tariff> tariffs =
                entities.createNamedQuery("Tariff.on", Tariff.class)
                        .setParameter("day", last)
                        .getResultList();
        if (tariffs.isEmpty()) {
            return new Prices(List.of());
        }
        Map<UUID, List<TariffBand>> bands =
                entities
                        .createNamedQuery("TariffBand.ofAll", TariffBand.class)
                        .setParameter("tariffs", tariffs.stream().map(Tariff::id).toList())
                        .getResultList()
                        .stream()
                        .collect(Collectors.groupingBy(TariffBand::tariff));
        List<Dated> dated = new ArrayList<>();
        for (Tariff tariff : tariffs) {
            List<Band> of =
                    bands.getOrDefault(tariff.id(), List.of()).stream()
                            .map(TariffBand::band)
                            .toList();
            dated.add(
                    new Dated(
                            tariff.validFrom(),
                            tariff.decision(),
                            tariff.passager(),
                            new Bands(of)));
        }
        return new Prices(dated);
    }

    private Optional<Dated> on(LocalDate day) {
        return tariffs.stream().filter(tariff -> !tariff.from().isAfter(day)).findFirst();
    }

    /**
     * Of a meal of a registered child; empty before the first tariff.
     *
     * @param quotient empty where a family has given none
     */
    public Optional<MealPrice> registered(LocalDate day, Optional<Quotient> quotient) {
        return on(day).map(
                        tariff -> {
                            int band = tariff.bands().numberOf(quotient);
                            return new MealPrice(
                                    band,
                                    tariff.bands().bands().get(band - 1).price(),
                                    tariff.decision());
                        });
    }

    /** Of a meal without registration, which no band is for; empty before the first tariff. */
    public Optional<MealPrice> passager(LocalDate day) {
        return on(day).map(tariff -> new MealPrice(0, tariff.passager(), tariff.decision()));
    }
}
