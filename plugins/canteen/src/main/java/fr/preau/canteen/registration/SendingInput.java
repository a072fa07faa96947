package fr.preau.canteen.registration;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application is sent.
 *
 * @param agreed whether its guardian says that all of it is true
 */
public record SendingInput(@NotNull UUID application, @Nullable Boolean agreed) {}
