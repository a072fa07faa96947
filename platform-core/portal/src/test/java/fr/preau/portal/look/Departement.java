package fr.preau.portal.look;

import fr.preau.portal.pages.CollegeLine;
import fr.preau.portal.pages.CollegeModules;
import fr.preau.portal.pages.CollegeName;
import fr.preau.portal.pages.CollegeState;
import fr.preau.portal.pages.CollegesPage;
import fr.preau.portal.pages.CommuneTotals;
import fr.preau.portal.pages.ImportLine;
import fr.preau.portal.pages.ImportState;
import fr.preau.portal.pages.ModuleColumn;
import fr.preau.portal.pages.ModuleSwitch;
import fr.preau.portal.pages.ModuleSwitchConfirmPage;
import fr.preau.portal.pages.ModuleTurned;
import fr.preau.portal.pages.ModulesPage;
import fr.preau.portal.pages.Totals;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A Département of 99 collèges in 33 communes, with every state a collège or module can be in. */
final class Departement {

    private static final List<String> COMMUNES =
            List.of(
                    "Antony",
                    "Asnières-sur-Seine",
                    "Bagneux",
                    "Bois-Colombes",
                    "Boulogne-Billancourt",
                    "Bourg-la-Reine",
                    "Châtenay-Malabry",
                    "Châtillon",
                    "Chaville",
                    "Clamart",
                    "Clichy",
                    "Colombes",
                    "Courbevoie",
                    "Fontenay-aux-Roses",
                    "Garches",
                    "Gennevilliers",
                    "Issy-les-Moulineaux",
                    "La Garenne-Colombes",
                    "Le Plessis-Robinson",
                    "Levallois-Perret",
                    "Malakoff",
                    "Meudon",
                    "Montrouge",
                    "Nanterre",
                    "Neuilly-sur-Seine",
                    "Puteaux",
                    "Rueil-Malmaison",
                    "Saint-Cloud",
                    "Sceaux",
                    "Sèvres",
                    "Suresnes",
                    "Vanves",
                    "Villeneuve-la-Garenne");
    private static final List<String> NAMES =
            List.of("Collège des Tilleuls", "Collège de la Grande Cour", "Collège du Vieux Pont");

    private Departement() {}

    private static String slug(int number) {
        return "college-" + number;
    }

    private static CollegeState state(int number) {
        return number % 17 == 16 ? CollegeState.PREPARED : CollegeState.ACTIVE;
    }

    static CollegesPage colleges() {
        List<CollegeLine> lines = new ArrayList<>();
        for (int i = 0; i < 99; i++) {
            lines.add(
                    new CollegeLine(
                            slug(i),
                            String.format("092%04dX", i),
                            NAMES.get(i % 3),
                            COMMUNES.get(i / 3),
                            state(i),
                            310 + i * 7,
                            12 + i / 4,
                            25 + i / 3,
                            520 + i * 11,
                            imported(i)));
        }
        return new CollegesPage(
                lines, new Totals(93, 6, 57_274, 2_069, 4_182, 88_410, 34, 1), true);
    }

    private static ImportLine imported(int number) {
        return switch (number) {
            case 2 ->
                    new ImportLine(
                            ImportState.REFUSED,
                            0,
                            0,
                            "ENT_0920002X_Eleve_0002.xml, ligne 318 : la date de naissance"
                                    + " « 31/02/2014 » n’existe pas.",
                            Examples.NOW.minusSeconds(600));
            case 3, 4 ->
                    new ImportLine(
                            ImportState.RUNNING,
                            412 + 300 * (number - 3),
                            1_530,
                            null,
                            Examples.NOW);
            default ->
                    number < 40
                            ? new ImportLine(
                                    ImportState.DONE,
                                    1_530,
                                    1_530,
                                    null,
                                    Examples.NOW.minusSeconds(90L * number))
                            : new ImportLine(ImportState.WAITING, 0, 0, null, null);
        };
    }

    static ModulesPage modules() {
        List<ModuleColumn> columns = columns();
        List<CollegeModules> rows = new ArrayList<>();
        for (int i = 0; i < 99; i++) {
            rows.add(
                    new CollegeModules(
                            slug(i), NAMES.get(i % 3), COMMUNES.get(i / 3), state(i), switches(i)));
        }
        return new ModulesPage("", 94, columns, null, communes(rows), rows, turned());
    }

    private static List<ModuleColumn> columns() {
        return List.of(
                new ModuleColumn("communication", "Messagerie", "1.2.0", true, 93),
                new ModuleColumn("pedagogy", "Cahier de textes", "1.2.0", true, 94),
                new ModuleColumn("school-life", "Vie scolaire", "1.2.0", true, 94),
                new ModuleColumn("canteen", "Cantine", "1.2.0", true, 61),
                new ModuleColumn("payment", "Paiement", "1.2.0", true, 0),
                new ModuleColumn("equipment", "Tablettes", "1.2.0", false, 2));
    }

    private static List<CommuneTotals> communes(List<CollegeModules> rows) {
        return COMMUNES.stream()
                .map(
                        commune -> {
                            List<CollegeModules> open =
                                    rows.stream()
                                            .filter(row -> row.commune().equals(commune))
                                            .filter(row -> row.state() == CollegeState.ACTIVE)
                                            .toList();
                            return new CommuneTotals(commune, open.size(), enabled(open));
                        })
                .toList();
    }

    private static List<Integer> enabled(List<CollegeModules> rows) {
        List<Integer> counts = new ArrayList<>();
        for (int i = 0; i < columns().size(); i++) {
            int module = i;
            counts.add(
                    (int)
                            rows.stream()
                                    .filter(row -> row.switches().get(module).enabled())
                                    .count());
        }
        return counts;
    }

    private static ModuleTurned turned() {
        return new ModuleTurned(
                "payment",
                "Paiement",
                false,
                List.of(
                        new CollegeName("college-3", "Collège des Tilleuls", "Bagneux"),
                        new CollegeName("college-8", "Collège du Vieux Pont", "Chaville")));
    }

    private static List<ModuleSwitch> switches(int number) {
        return List.of(
                number == 5 ? ModuleSwitch.off("communication") : ModuleSwitch.on("communication"),
                ModuleSwitch.on("pedagogy"),
                schoolLife(number),
                number % 3 == 2 ? ModuleSwitch.off("canteen") : ModuleSwitch.on("canteen"),
                ModuleSwitch.off("payment"),
                number < 2 ? ModuleSwitch.stopped("equipment") : ModuleSwitch.off("equipment"));
    }

    private static ModuleSwitch schoolLife(int number) {
        return switch (number) {
            case 1 -> ModuleSwitch.failed("school-life", "(conn=12) Duplicate column name 'motif'");
            case 2 -> ModuleSwitch.preparing("school-life");
            default -> ModuleSwitch.on("school-life");
        };
    }

    static ModuleSwitchConfirmPage confirmation() {
        List<CollegeName> names = new ArrayList<>();
        for (int i = 0; i < 33; i++) {
            names.add(new CollegeName(slug(3 * i), "Collège du Vieux Pont", COMMUNES.get(i)));
        }
        return new ModuleSwitchConfirmPage(
                "canteen",
                "Cantine",
                null,
                true,
                names,
                61,
                List.of(CatalogueExamples.directory(false)),
                List.of(),
                new UUID(7, 7));
    }
}
