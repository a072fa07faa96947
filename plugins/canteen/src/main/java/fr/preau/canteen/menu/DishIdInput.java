package fr.preau.canteen.menu;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** A dish. */
public record DishIdInput(@NotNull UUID dish) {}
