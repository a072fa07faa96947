package fr.preau.portal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person's own first page, across all their children and collèges.
 *
 * @param greetingName the given name
 * @param children of all collèges, empty for who is no guardian
 * @param departement the figures an operator begins with, null for everyone else
 */
public record AccueilPage(
        String greetingName,
        List<ChildLine> children,
        List<CollegeBlock> colleges,
        @Nullable Totals departement) {

    public AccueilPage {
        children = List.copyOf(children);
        colleges = List.copyOf(colleges);
    }

    public List<ChildLine> childrenAt(String college) {
        return children.stream().filter(child -> child.college().equals(college)).toList();
    }
}
