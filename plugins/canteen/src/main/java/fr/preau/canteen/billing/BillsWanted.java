package fr.preau.canteen.billing;

import fr.preau.api.event.Fact;
import java.util.UUID;

/** The fact {@code canteen.BillsWanted}: the next portion of a billing run is to be done. */
@Fact("canteen.BillsWanted")
public record BillsWanted(UUID run) {}
