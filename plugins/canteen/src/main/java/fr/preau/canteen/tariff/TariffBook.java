package fr.preau.canteen.tariff;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tariffs of one place, as they follow each other. */
public final class TariffBook {

    private final EntityManager entities;

    public TariffBook(EntityManager entities) {
        this.entities = entities;
    }

    /** A tariff with its bands. */
    record Entry(Tariff tariff, Bands bands) {}

    /** The latest first. */
    List<Tariff> all() {
        return entities.createNamedQuery("Tariff.all", Tariff.class).getResultList();
    }

    Optional<Tariff> find(UUID id) {
        return Optional.ofNullable(entities.find(Tariff.class, id));
    }

    /** The same, held until the end of the work. */
    Optional<Tariff> hold(UUID id) {
        return Optional.ofNullable(entities.find(Tariff.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The one that holds on a day; empty before the first one. Two statements. */
    Optional<Entry> on(LocalDate day) {
        return entities.createNamedQuery("Tariff.on", Tariff.class)
                .setParameter("day", day)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(tariff -> new Entry(tariff, bands(tariff.id())));
    }

    /** The bands of the tariff that holds on a day. Two statements. */
    public Optional<Bands> bandsOn(LocalDate day) {
        return on(day).map(Entry::bands);
    }

    /**
     * What a meal costs on a day; empty before the first tariff. Two statements.
     *
     * @param quotient empty where a family has given none
     */
    public Optional<MealPrice> price(LocalDate day, Optional<Quotient> quotient) {
        return on(day).map(
                        entry -> {
                            int band = entry.bands().numberOf(quotient);
                            return new MealPrice(
                                    band,
                                    entry.bands().bands().get(band - 1).price(),
                                    entry.tariff().decision());
                        });
    }

    Bands bands(UUID tariff) {
        return new Bands(rows(tariff).stream().map(TariffBand::band).toList());
    }

    private List<TariffBand> rows(UUID tariff) {
        return entities.createNamedQuery("TariffBand.of", TariffBand.class)
                .setParameter("tariff", tariff)
                .getResultList();
    }

    /** Whether another one begins on this day already. */
    boolean isTaken(LocalDate day, UUID tariff) {
        return entities.createNamedQuery("Tariff.from", Tariff.class)
                .setParameter("day", day)
                .setParameter("tariff", tariff)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .isPresent();
    }

    void add(Tariff tariff, Bands bands) {
        entities.persist(tariff);
        entities.flush();
        int place = 1;
        for (Band band : bands.bands()) {
            entities.persist(new TariffBand(tariff.id(), place++, band));
        }
    }

    void change(UUID tariff, Bands bands) {
        List<TariffBand> rows = rows(tariff);
        for (int i = 0; i < Bands.COUNT; i++) {
            rows.get(i).change(bands.bands().get(i));
        }
    }

    void delete(Tariff tariff) {
        rows(tariff.id()).forEach(entities::remove);
        entities.flush();
        entities.remove(tariff);
    }
}
