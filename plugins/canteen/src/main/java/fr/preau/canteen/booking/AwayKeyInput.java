package fr.preau.canteen.booking;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** Which of those who are away. */
public record AwayKeyInput(@NotNull UUID away) {}
