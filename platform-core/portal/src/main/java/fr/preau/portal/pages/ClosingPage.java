package fr.preau.portal.pages;

import fr.preau.api.route.Violations;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where writing is closed now, and the form that closes it.
 *
 * @param address of this page
 * @param collegeName whose administration it belongs to; null in the console
 * @param colleges to choose from; none in a collège
 * @param violations what is wrong with what was typed
 * @param question whom it would concern, where that is asked now
 */
public record ClosingPage(
        String address,
        @Nullable String collegeName,
        List<ClosureLine> closures,
        List<CollegeName> colleges,
        TypedClosing typed,
        Violations violations,
        @Nullable ClosingQuestion question) {

    public ClosingPage {
        closures = List.copyOf(closures);
        colleges = List.copyOf(colleges);
    }
}
