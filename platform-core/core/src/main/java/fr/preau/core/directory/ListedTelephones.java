package fr.preau.core.directory;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A row of telephone numbers as the database answers it; public for EclipseLink alone. */
public record ListedTelephones(
        UUID person, @Nullable String mobile, @Nullable String textMobile, @Nullable String phone) {

    /** Each once, however it was spaced. */
    List<String> numbers() {
        return Stream.of(mobile, textMobile, phone)
                .filter(Objects::nonNull)
                .map(number -> number.replaceAll("[\\s.-]", ""))
                .filter(number -> !number.isEmpty())
                .distinct()
                .toList();
    }
}
