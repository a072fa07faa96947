package fr.preau.communication.appointments;

import fr.preau.communication.appointments.BookingDesk.Wish;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whom a family wants to see.
 *
 * @param wish each a host and a child, as in {@code host:child}
 */
public record ProposeInput(UUID meeting, @Nullable List<String> wish) {

    private static final int MOST = 100;

    List<Wish> wishes() {
        Stream<String> typed = wish == null ? Stream.of() : wish.stream();
        return typed.limit(MOST).flatMap(each -> read(each).stream()).distinct().toList();
    }

    private static Optional<Wish> read(String typed) {
        String[] parts = typed.split(":", -1);
        try {
            return parts.length == 2
                    ? Optional.of(new Wish(UUID.fromString(parts[0]), UUID.fromString(parts[1])))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // made up
        }
    }
}
