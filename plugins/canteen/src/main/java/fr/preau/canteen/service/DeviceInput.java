package fr.preau.canteen.service;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** The device that opens the line: an identity of its own making, one for each day. */
public record DeviceInput(@NotNull UUID device) {}
