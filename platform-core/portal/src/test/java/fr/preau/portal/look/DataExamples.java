package fr.preau.portal.look;

import fr.preau.api.page.Screen;
import fr.preau.portal.pages.ArchivePage;
import fr.preau.portal.pages.CollegeDataPage;
import fr.preau.portal.pages.CollegeName;
import fr.preau.portal.pages.ErasureState;
import fr.preau.portal.pages.KeptLine;
import fr.preau.portal.pages.KeptTable;
import fr.preau.portal.pages.ModuleDataPage;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pages of what modules keep, in every state on the way to being erased. */
final class DataExamples {

    private static final Instant DUE = Examples.NOW.plusSeconds(30 * 86_400L);

    private static final CollegeName SEVRES =
            new CollegeName("sevres", "Collège de Sèvres", "Sèvres");

    private final Examples examples;

    DataExamples(Examples examples) {
        this.examples = examples;
    }

    Map<String, Screen> screens() {
        DataScreens draw = examples.data;
        Map<String, Screen> all = new LinkedHashMap<>();
        all.put("kept", draw.everywhere(everywhere(), examples.context));
        all.put(
                "kept-none",
                draw.everywhere(
                        new ModuleDataPage("canteen", "Cantine", List.of()), examples.context));
        all.put("kept-on", draw.atCollege(page(true, ErasureState.NONE), examples.context));
        all.put("kept-off", draw.atCollege(page(false, ErasureState.NONE), examples.context));
        all.put(
                "kept-exported",
                draw.atCollege(page(false, ErasureState.EXPORTED), examples.context));
        all.put(
                "kept-pending",
                draw.atCollege(page(false, ErasureState.PENDING), examples.context));
        all.put("kept-done", draw.atCollege(done(), examples.context));
        all.put(
                "archive",
                draw.archive(
                        new ArchivePage(SEVRES, List.of("Cantine", "Communication")),
                        examples.context));
        all.put("archive-none", draw.archive(new ArchivePage(SEVRES, List.of()), examples.context));
        return all;
    }

    private static ModuleDataPage everywhere() {
        return new ModuleDataPage(
                "canteen",
                "Cantine",
                List.of(
                        line(true, ErasureState.NONE),
                        new KeptLine(
                                new CollegeName("antony", "Collège des Tilleuls", "Antony"),
                                false,
                                2,
                                48_000,
                                12,
                                7_340_032,
                                ErasureState.PENDING,
                                DUE)));
    }

    private static KeptLine line(boolean on, ErasureState state) {
        return new KeptLine(
                SEVRES,
                on,
                2,
                1_240,
                14,
                90_000,
                state,
                state == ErasureState.PENDING ? DUE : null);
    }

    private static CollegeDataPage page(boolean on, ErasureState state) {
        boolean exported = state != ErasureState.NONE;
        return new CollegeDataPage(
                "canteen",
                "Cantine",
                line(on, state),
                List.of(
                        new KeptTable("canteen_booking", 1_200, 65_536),
                        new KeptTable("canteen_tariff", 40, 16_384)),
                8_080,
                exported ? Examples.NOW : null,
                exported ? "Équipe du Département" : null,
                state == ErasureState.PENDING ? "Équipe du Département" : null,
                null,
                30);
    }

    private static CollegeDataPage done() {
        return new CollegeDataPage(
                "canteen",
                "Cantine",
                new KeptLine(SEVRES, false, 0, 0, 0, 0, ErasureState.DONE, null),
                List.of(),
                0,
                Examples.NOW.minusSeconds(31 * 86_400L),
                "Équipe du Département",
                "Équipe du Département",
                Examples.NOW,
                30);
    }
}
