package fr.preau.canteen.service;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A class in which somebody ticks who has eaten, where there is no reader.
 *
 * @param in the class that is chosen; null for none
 * @param begun whether somebody has been ticked or has passed: before, who is expected is ticked
 */
public record ByHandPage(
        LocalDate day,
        List<OfClass> classes,
        @Nullable OfClass in,
        boolean begun,
        List<Line> pupils) {

    public ByHandPage {
        classes = List.copyOf(classes);
        pupils = List.copyOf(pupils);
    }

    public record OfClass(String id, String name) {}

    /**
     * @param counted whether they are counted now
     * @param ticked what the form proposes
     */
    public record Line(UUID id, String name, Regime regime, boolean counted, boolean ticked) {}
}
