package fr.preau.portal.look;

import fr.preau.portal.pages.CollegeLine;
import fr.preau.portal.pages.CollegeModules;
import fr.preau.portal.pages.CollegeState;
import fr.preau.portal.pages.CollegesPage;
import fr.preau.portal.pages.ImportLine;
import fr.preau.portal.pages.ImportState;
import fr.preau.portal.pages.ModuleColumn;
import fr.preau.portal.pages.ModuleState;
import fr.preau.portal.pages.ModuleSwitch;
import fr.preau.portal.pages.ModuleSwitchConfirmPage;
import fr.preau.portal.pages.ModulesPage;
import fr.preau.portal.pages.Totals;
import java.util.ArrayList;
import java.util.List;

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
        return new CollegesPage(lines, new Totals(93, 6, 57_274, 2_069, 4_182, 88_410, 34, 1));
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
        List<ModuleColumn> columns =
                List.of(
                        column("communication", "Messagerie", ModuleState.RUNNING, null, 98),
                        column("pedagogy", "Cahier de textes", ModuleState.RUNNING, null, 93),
                        column("school-life", "Vie scolaire", ModuleState.RUNNING, null, 99),
                        column("canteen", "Cantine", ModuleState.RUNNING, null, 66),
                        column("payment", "Paiement", ModuleState.STOPPED, null, 0),
                        column(
                                "equipment",
                                "Tablettes",
                                ModuleState.FAILED,
                                "Il manque le service « notifications ».",
                                2));
        List<CollegeModules> rows = new ArrayList<>();
        for (int i = 0; i < 99; i++) {
            rows.add(
                    new CollegeModules(
                            slug(i), NAMES.get(i % 3), COMMUNES.get(i / 3), state(i), switches(i)));
        }
        return new ModulesPage("", 99, columns, rows);
    }

    private static ModuleColumn column(
            String id,
            String title,
            ModuleState state,
            @org.jspecify.annotations.Nullable String reason,
            int enabled) {
        return new ModuleColumn(id, title, "1.2.0", state, reason, enabled);
    }

    private static List<ModuleSwitch> switches(int number) {
        String failure =
                number == 1
                        ? "La migration 3 du module n’a pas abouti : la colonne « motif » existe"
                                + " déjà."
                        : null;
        return List.of(
                new ModuleSwitch("communication", number != 5, null),
                new ModuleSwitch("pedagogy", state(number) == CollegeState.ACTIVE, null),
                new ModuleSwitch("school-life", true, failure),
                new ModuleSwitch("canteen", number % 3 != 2, null),
                new ModuleSwitch("payment", false, null),
                new ModuleSwitch("equipment", number < 2, null));
    }

    static ModuleSwitchConfirmPage confirmation() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 33; i++) {
            names.add("Collège du Vieux Pont, " + COMMUNES.get(i));
        }
        return new ModuleSwitchConfirmPage("canteen", "Cantine", null, true, names, 66);
    }
}
