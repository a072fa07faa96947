package fr.preau.portal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is told at a collège, about one child or about none.
 *
 * @param child the given name; null for what concerns no child
 */
public record ChoiceGroup(
        String college, String collegeName, @Nullable String child, List<ChoiceLine> lines) {

    public ChoiceGroup {
        lines = List.copyOf(lines);
    }
}
