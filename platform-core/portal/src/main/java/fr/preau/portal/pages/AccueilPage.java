package fr.preau.portal.pages;

import jakarta.json.bind.annotation.JsonbTransient;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person's own first page, across all their children and collèges.
 *
 * @param greetingName the given name
 * @param children of all collèges, empty for who is no guardian
 * @param departement the figures an operator begins with, null for everyone else
 * @param drawn the cards as HTML, drawn by the same version of the module that read them; none for
 *     programs, which get the records
 */
public record AccueilPage(
        String greetingName,
        List<ChildLine> children,
        List<CollegeBlock> colleges,
        @Nullable Totals departement,
        @JsonbTransient List<DrawnCard> drawn) {

    public AccueilPage {
        children = List.copyOf(children);
        colleges = List.copyOf(colleges);
        drawn = List.copyOf(drawn);
    }

    public List<DrawnCard> drawnAt(String college) {
        return drawn.stream()
                .filter(card -> card.college().equals(college) && !card.asks())
                .toList();
    }

    /** What asks for an answer, of all collèges. */
    public List<DrawnCard> asking() {
        return drawn.stream().filter(DrawnCard::asks).toList();
    }

    /** What asks for an answer and was not there in time, of all collèges. */
    public List<CardSlot> askingLate() {
        return colleges.stream()
                .flatMap(college -> college.cards().stream())
                .filter(slot -> slot.asks() && slot.late() != null)
                .toList();
    }

    /** Whether nothing of this collège stands anywhere on the page, nor will come, nor was lost. */
    public boolean saysNothingAt(CollegeBlock college) {
        return drawn.stream().noneMatch(card -> card.college().equals(college.slug()))
                && college.cards().stream().noneMatch(slot -> slot.lost() || slot.late() != null);
    }

    /** The name of the collège, where the person has several. */
    public @Nullable String nameAmongSeveral(String slug) {
        return colleges.size() < 2
                ? null
                : colleges.stream()
                        .filter(college -> college.slug().equals(slug))
                        .map(CollegeBlock::name)
                        .findFirst()
                        .orElse(null);
    }

    public List<ChildLine> childrenAt(String college) {
        return children.stream().filter(child -> child.college().equals(college)).toList();
    }
}
