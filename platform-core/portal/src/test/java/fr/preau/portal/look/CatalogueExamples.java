package fr.preau.portal.look;

import fr.preau.api.page.PageOf;
import fr.preau.api.page.Screen;
import fr.preau.api.plugin.Permission;
import fr.preau.api.school.Profile;
import fr.preau.core.plugins.trust.BillOfMaterials;
import fr.preau.core.plugins.trust.SignatureStanding;
import fr.preau.core.reasons.HostReason;
import fr.preau.core.releases.ModuleTrial;
import fr.preau.portal.pages.CatalogueLine;
import fr.preau.portal.pages.CatalogueModulePage;
import fr.preau.portal.pages.CataloguePage;
import fr.preau.portal.pages.CollegeName;
import fr.preau.portal.pages.ContentsPage;
import fr.preau.portal.pages.LosingModule;
import fr.preau.portal.pages.ModulePublisher;
import fr.preau.portal.pages.ModuleRemovalPage;
import fr.preau.portal.pages.ModuleState;
import fr.preau.portal.pages.NodeLine;
import fr.preau.portal.pages.PermissionLine;
import fr.preau.portal.pages.ReachLine;
import fr.preau.portal.pages.RefusedJar;
import fr.preau.portal.pages.RehearsalPage;
import fr.preau.portal.pages.ReleaseLine;
import fr.preau.portal.pages.ReleaseStep;
import fr.preau.portal.pages.TablesFailure;
import fr.preau.portal.pages.TablesProgress;
import fr.preau.portal.pages.TrialLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pages of the catalogue, with every state a module can be in. */
final class CatalogueExamples {

    static final String NEW = "b".repeat(64);
    static final String OLD = "a".repeat(64);

    private final Examples examples;

    CatalogueExamples(Examples examples) {
        this.examples = examples;
    }

    Map<String, Screen> screens() {
        CatalogueScreens draw = examples.catalogue;
        Map<String, Screen> all = new LinkedHashMap<>();
        all.put("catalogue", draw.catalogue(catalogue(true), examples.context));
        all.put("catalogue-signed", draw.catalogue(catalogue(false), examples.context));
        all.put("catalogue-module", draw.module(canteen(), examples.context));
        all.put("rehearsal", draw.rehearsal(update(null), examples.context));
        all.put("rehearsal-trying", draw.rehearsal(update(trying()), examples.context));
        all.put("rehearsal-tried", draw.rehearsal(update(tried()), examples.context));
        all.put("rehearsal-no-way-back", draw.rehearsal(update(noWayBack()), examples.context));
        all.put("rehearsal-failed", draw.rehearsal(update(failed()), examples.context));
        all.put("rehearsal-back", draw.rehearsal(back(List.of()), examples.context));
        all.put(
                "rehearsal-impossible",
                draw.rehearsal(back(List.of("V3__drop_note.sql")), examples.context));
        all.put("contents", draw.contents(contents(), examples.context));
        all.put("contents-of-a-stranger", draw.contents(stranger(), examples.context));
        all.put("removal", draw.removal(removal(NEW), examples.context));
        all.put("removed", draw.removal(removal(null), examples.context));
        return all;
    }

    private static CataloguePage catalogue(boolean open) {
        return new CataloguePage(
                open,
                94,
                List.of(
                        line("canteen", "Cantine", ModuleState.RUNNING, "1.2.0", null, 61),
                        line(
                                "pedagogy",
                                "Cahier de textes",
                                ModuleState.RUNNING,
                                "1.2.0",
                                "1.3.0",
                                94),
                        line("garden", "Jardin", ModuleState.WAITING, null, "1.0.0", 0),
                        line("equipment", "Tablettes", ModuleState.FAILED, "1.1.0", "1.2.0", 2),
                        line("library", "Bibliothèque", ModuleState.STARTING, null, "2.0.0", 1),
                        line("chess", "Échecs", ModuleState.BROUGHT, null, "0.9.0", 0),
                        line("radio", "Webradio", ModuleState.REMOVED, null, null, 12)),
                List.of(
                        new RefusedJar(
                                "preau-broken.jar", HostReason.NO_JAR.with("preau-broken.jar"))));
    }

    private static CatalogueLine line(
            String id,
            String title,
            ModuleState state,
            @Nullable String version,
            @Nullable String waiting,
            int enabled) {
        return new CatalogueLine(
                id,
                title,
                "Atelier des Tilleuls",
                state,
                state == ModuleState.FAILED ? "did not start: <no tablets today>" : null,
                version,
                waiting,
                enabled);
    }

    static PermissionLine directory(boolean granted) {
        return new PermissionLine(
                Permission.DIRECTORY_READ,
                "Pour nommer les élèves à l’entrée du restaurant.",
                List.of(),
                granted ? Examples.NOW.minusSeconds(9_000) : null,
                granted ? "Équipe du Département" : null);
    }

    private static PermissionLine network() {
        return new PermissionLine(
                Permission.NETWORK,
                "Pour transmettre les commandes au fournisseur.",
                List.of("commandes.example.fr"),
                null,
                null);
    }

    private static CatalogueModulePage canteen() {
        ReleaseLine old = release(OLD, "1.1.0", false);
        return new CatalogueModulePage(
                line("canteen", "Cantine", ModuleState.WAITING, "1.1.0", "1.2.0", 61),
                false,
                94,
                Examples.NOW.minusSeconds(9_000),
                "Équipe du Département",
                "Les repas, leurs réservations et leurs factures.",
                new ModulePublisher(
                        "Atelier des Tilleuls", "https://tilleuls.example.fr", "aide@example.fr"),
                "EUPL-1.2",
                List.of(Profile.PUPIL, Profile.GUARDIAN),
                List.of(directory(true), network()),
                List.of(release(NEW, "1.2.0", true), old),
                old,
                true,
                new TablesProgress(
                        58,
                        61,
                        List.of(
                                failure(
                                        "college-1",
                                        "Collège du Vieux Pont",
                                        "V3__menu.sql: column « note » exists"),
                                failure(
                                        "college-4",
                                        "Collège des Tilleuls",
                                        HostReason.FOREIGN_TABLES.with(
                                                "canteen_", "canteen_menu")))),
                List.of(
                        new NodeLine("preau-1", "1.1.0", null, Examples.NOW),
                        new NodeLine("preau-2", null, "did not start", Examples.NOW)));
    }

    private static TablesFailure failure(String slug, String name, String reason) {
        return new TablesFailure(new CollegeName(slug, name, "Antony"), reason);
    }

    private static ReleaseLine release(String sha256, String version, boolean wanted) {
        return new ReleaseLine(
                sha256,
                version,
                "preau-canteen-" + version + ".jar",
                87_040,
                wanted ? SignatureStanding.KNOWN : SignatureStanding.UNSIGNED,
                wanted ? "CN=Atelier des Tilleuls" : null,
                Examples.NOW.minusSeconds(12_000),
                "Équipe du Département",
                wanted);
    }

    private static RehearsalPage update(@Nullable TrialLine trial) {
        return new RehearsalPage(
                "canteen",
                "Cantine",
                NEW,
                "1.2.0",
                "1.1.0",
                ReleaseStep.UPDATE,
                61,
                61,
                12L,
                List.of("V3__menu.sql"),
                List.of(),
                List.of(),
                List.of(network()),
                List.of(Permission.FILES),
                List.of(new LosingModule("payment", "Paiement", "canteen.Meals", true)),
                trial);
    }

    private static ContentsPage contents() {
        return new ContentsPage(
                "canteen",
                "Cantine",
                NEW,
                "1.2.0",
                SignatureStanding.KNOWN,
                "CN=Atelier des Tilleuls",
                "EUPL-1.2",
                "EUROPEAN UNION PUBLIC LICENCE v. 1.2\nEUPL © the European Union 2007, 2016",
                new PageOf<>(
                        List.of(
                                new BillOfMaterials.Component(
                                        "org.apache.commons",
                                        "commons-csv",
                                        "1.14.1",
                                        List.of("Apache-2.0")),
                                new BillOfMaterials.Component("", "menus", "", List.of())),
                        1,
                        true),
                null,
                List.of(
                        new ReachLine(
                                "network",
                                1,
                                0,
                                2,
                                List.of("fr.tilleuls.Menus.read → java.net.Socket.<init>"))),
                true,
                List.of());
    }

    private static ContentsPage stranger() {
        return new ContentsPage(
                "garden",
                "Jardin",
                OLD,
                "1.0.0",
                SignatureStanding.UNSIGNED,
                null,
                "MIT",
                null,
                new PageOf<>(List.of(), 1, false),
                "absent",
                List.of(),
                false,
                List.of("garden/Garden.class is of a Java that is newer than this one"));
    }

    private static TrialLine trying() {
        return new TrialLine(
                ModuleTrial.State.RUNNING,
                Examples.NOW,
                null,
                0,
                0,
                null,
                ModuleTrial.Back.UNTRIED,
                null);
    }

    private static TrialLine tried() {
        return new TrialLine(
                ModuleTrial.State.DONE,
                Examples.NOW,
                "Collège de Sèvres",
                54_210,
                840,
                null,
                ModuleTrial.Back.DONE,
                null);
    }

    private static TrialLine noWayBack() {
        return new TrialLine(
                ModuleTrial.State.DONE,
                Examples.NOW,
                "Collège de Sèvres",
                54_210,
                840,
                null,
                ModuleTrial.Back.FAILED,
                "Can't DROP COLUMN `note`; check that it exists");
    }

    private static TrialLine failed() {
        return new TrialLine(
                ModuleTrial.State.FAILED,
                Examples.NOW,
                "Collège de Sèvres",
                54_210,
                0,
                "Duplicate entry 'Thym' for key 'name'",
                ModuleTrial.Back.UNTRIED,
                null);
    }

    private static RehearsalPage back(List<String> irreversible) {
        return new RehearsalPage(
                "canteen",
                "Cantine",
                OLD,
                "1.1.0",
                "1.2.0",
                ReleaseStep.BACK,
                61,
                61,
                null,
                List.of(),
                List.of("V3__menu.sql"),
                irreversible,
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    private static ModuleRemovalPage removal(@Nullable String release) {
        return new ModuleRemovalPage(
                "canteen",
                "Cantine",
                release,
                release == null ? null : "1.2.0",
                61,
                List.of(new LosingModule("payment", "Paiement", "canteen.Meals", false)));
    }
}
