package fr.preau.portal.look;

import fr.preau.api.page.Screen;
import fr.preau.api.route.Violations;
import fr.preau.api.safety.Closure;
import fr.preau.api.school.Profile;
import fr.preau.portal.pages.ClosingPage;
import fr.preau.portal.pages.ClosingQuestion;
import fr.preau.portal.pages.ClosingQuestion.People;
import fr.preau.portal.pages.ClosureLine;
import fr.preau.portal.pages.CollegeName;
import fr.preau.portal.pages.TypedClosing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The pages on which writing is closed, of the Département and of a collège. */
final class ClosingExamples {

    private static final List<CollegeName> COLLEGES =
            List.of(
                    new CollegeName("nanterre", "Collège Jean Perrin", "Nanterre"),
                    new CollegeName("sevres", "Collège de Sèvres", "Sèvres"));

    private static final TypedClosing TYPED =
            new TypedClosing(
                    List.of(Profile.PUPIL, Profile.GUARDIAN),
                    true,
                    List.of("sevres"),
                    "Des comptes <volés> menacent.",
                    "2026-11-04T08:00");

    private final Examples examples;
    private final ClosingScreens draw;

    ClosingExamples(Examples examples) {
        this.examples = examples;
        this.draw = new ClosingScreens(examples.templates);
    }

    Map<String, Screen> ofTheConsole() {
        Map<String, Screen> all = new LinkedHashMap<>();
        all.put("closing", screen(console(List.of(), Violations.none(), null)));
        all.put("closing-now", screen(console(List.of(line(null, true)), Violations.none(), null)));
        all.put(
                "closing-wrong",
                screen(
                        console(
                                List.of(),
                                Violations.of("until", "Donnez un jour et une heure à venir."),
                                null)));
        all.put("closing-question", screen(console(List.of(), Violations.none(), question())));
        return all;
    }

    Screen ofACollege() {
        return screen(
                new ClosingPage(
                        "/colleges/sevres/writing",
                        "Collège de Sèvres",
                        List.of(line(null, false), line("Collège de Sèvres", true)),
                        List.of(),
                        TYPED,
                        Violations.none(),
                        null));
    }

    private Screen screen(ClosingPage page) {
        return draw.page(page, examples.context);
    }

    private static ClosingPage console(
            List<ClosureLine> closures, Violations violations, @Nullable ClosingQuestion question) {
        return new ClosingPage(
                "/departement/writing", null, closures, COLLEGES, TYPED, violations, question);
    }

    private static ClosingQuestion question() {
        return new ClosingQuestion(
                COLLEGES.subList(1, 2),
                List.of(new People(Profile.PUPIL, 1_512), new People(Profile.GUARDIAN, 1)),
                Examples.NOW.plusSeconds(90_000),
                new UUID(7, 7));
    }

    private static ClosureLine line(@Nullable String college, boolean yours) {
        return new ClosureLine(
                new UUID(7, college == null ? 1 : 2),
                List.of(Profile.PUPIL),
                college,
                college == null ? Closure.By.DEPARTEMENT : Closure.By.COLLEGE,
                "Awa Martin",
                Examples.NOW.minusSeconds(600),
                college == null ? Examples.NOW.plusSeconds(90_000) : null,
                "L’envoi est suspendu.",
                yours);
    }
}
