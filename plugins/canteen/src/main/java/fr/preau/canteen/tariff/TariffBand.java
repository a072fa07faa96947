package fr.preau.canteen.tariff;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A band of a tariff, as the table has it. */
@Entity
@Table(name = "canteen_tariff_band")
@IdClass(TariffBand.Key.class)
@NamedQuery(
        name = "TariffBand.of",
        query = "SELECT b FROM TariffBand b WHERE b.tariffId = :tariff ORDER BY b.place")
@NamedQuery(
        name = "TariffBand.ofAll",
        query = "SELECT b FROM TariffBand b WHERE b.tariffId IN :tariffs ORDER BY b.place")
public class TariffBand {

    @Id
    @Column(name = "tariff_id")
    private UUID tariffId;

    @Id private int place;

    @Column(name = "from_cents")
    private int from;

    @Column(name = "to_cents")
    private @Nullable Integer to;

    private int price;

    @SuppressWarnings("NullAway.Init")
    protected TariffBand() {}

    TariffBand(UUID tariffId, int place, Band band) {
        this.tariffId = tariffId;
        this.place = place;
        change(band);
    }

    void change(Band band) {
        from = band.from();
        to = band.to();
        price = band.price();
    }

    UUID tariff() {
        return tariffId;
    }

    Band band() {
        return new Band(from, to, price);
    }

    /** Which tariff, and where in it. */
    public record Key(UUID tariffId, int place) implements Serializable {}
}
