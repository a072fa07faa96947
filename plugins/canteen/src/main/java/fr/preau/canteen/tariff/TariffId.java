package fr.preau.canteen.tariff;

import java.util.UUID;

/** Which tariff. */
public record TariffId(UUID tariff) {}
