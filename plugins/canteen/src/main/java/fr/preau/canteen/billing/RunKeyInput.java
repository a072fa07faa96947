package fr.preau.canteen.billing;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** A billing run. */
public record RunKeyInput(@NotNull UUID run) {}
