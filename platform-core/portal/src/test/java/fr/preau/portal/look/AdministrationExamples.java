package fr.preau.portal.look;

import fr.preau.api.page.Screen;
import fr.preau.api.school.Profile;
import fr.preau.core.plugins.manifest.DeclaredSetting;
import fr.preau.core.reasons.HostReason;
import fr.preau.portal.pages.CollegeSettingsPage;
import fr.preau.portal.pages.ErasedLine;
import fr.preau.portal.pages.LosingModule;
import fr.preau.portal.pages.OwnModule;
import fr.preau.portal.pages.OwnModulePage;
import fr.preau.portal.pages.OwnModuleState;
import fr.preau.portal.pages.OwnModulesPage;
import fr.preau.portal.pages.PersonDataPage;
import fr.preau.portal.pages.PersonLine;
import fr.preau.portal.pages.PersonsPage;
import fr.preau.portal.pages.SettingChoice;
import fr.preau.portal.pages.SettingLine;
import fr.preau.portal.pages.SettingsLink;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The pages of a collège's administration, with every state a module can be in there. */
final class AdministrationExamples {

    private static final LocalDate DUE = LocalDate.of(2026, 12, 3);

    private static final PersonLine AWA =
            new PersonLine(new UUID(1, 1), "Awa Martin", Profile.PUPIL, null);

    private static final PersonLine LEFT =
            new PersonLine(new UUID(1, 2), "Marcel Durand", Profile.GUARDIAN, DUE.minusDays(30));

    private final Examples examples;

    AdministrationExamples(Examples examples) {
        this.examples = examples;
    }

    Map<String, Screen> screens() {
        AdministrationScreens draw = examples.administration;
        Map<String, Screen> all = new LinkedHashMap<>();
        all.put(
                "college-settings",
                draw.settings(
                        new CollegeSettingsPage(
                                "sevres",
                                "Collège de Sèvres",
                                List.of(
                                        new SettingsLink(
                                                "Heures calmes",
                                                "/colleges/sevres/quiet-hours",
                                                "Le soir et la nuit."),
                                        new SettingsLink(
                                                "Sécurité",
                                                "/c/sevres/communication/safety",
                                                "Qui peut écrire à qui."))),
                        examples.context));
        all.put(
                "college-settings-none",
                draw.settings(
                        new CollegeSettingsPage("sevres", "Collège de Sèvres", List.of()),
                        examples.context));
        all.put("own-modules", draw.modules(modules(), examples.context));
        all.put(
                "own-modules-none",
                draw.modules(
                        new OwnModulesPage("sevres", "Collège de Sèvres", List.of()),
                        examples.context));
        all.put(
                "own-module",
                draw.module(
                        page(module(OwnModuleState.ON, true), null, settings(null)),
                        examples.context));
        all.put(
                "own-module-wrong",
                draw.module(
                        page(
                                module(OwnModuleState.ON, true),
                                null,
                                settings("il faut 90 au plus.")),
                        examples.context));
        all.put(
                "own-module-off",
                draw.module(
                        page(module(OwnModuleState.OFF, true), null, List.of()), examples.context));
        all.put(
                "own-module-held",
                draw.module(
                        page(
                                module(OwnModuleState.HELD, false),
                                HostReason.LATE_AGAIN.with(3),
                                List.of()),
                        examples.context));
        all.put(
                "persons",
                draw.persons(
                        new PersonsPage(
                                "sevres", "Collège de Sèvres", "mar", List.of(AWA, LEFT), false),
                        examples.context));
        all.put(
                "persons-none",
                draw.persons(
                        new PersonsPage("sevres", "Collège de Sèvres", "zzz", List.of(), true),
                        examples.context));
        all.put("person-here", draw.person(person(AWA, null, false), examples.context));
        all.put("person-left", draw.person(person(LEFT, DUE, false), examples.context));
        all.put("person-due", draw.person(person(LEFT, DUE, true), examples.context));
        all.put("person-erased", draw.person(erased(), examples.context));
        return all;
    }

    private static PersonDataPage person(
            PersonLine person, @Nullable LocalDate erasableFrom, boolean erasable) {
        return new PersonDataPage(
                "sevres",
                "Collège de Sèvres",
                person,
                List.of("Cantine", "Communication"),
                erasableFrom,
                erasable,
                30,
                List.of());
    }

    private static PersonDataPage erased() {
        return new PersonDataPage(
                "sevres",
                "Collège de Sèvres",
                LEFT,
                List.of("Cantine", "Communication"),
                DUE,
                true,
                30,
                List.of(
                        new ErasedLine(
                                "Cantine",
                                true,
                                12,
                                0,
                                List.of("3 factures. Dix ans, par la loi.")),
                        new ErasedLine("Communication", false, 0, 0, List.of())));
    }

    private static OwnModulesPage modules() {
        return new OwnModulesPage(
                "sevres",
                "Collège de Sèvres",
                List.of(
                        module(OwnModuleState.ON, true),
                        new OwnModule(
                                "communication",
                                "Communication",
                                "La messagerie du collège.",
                                OwnModuleState.HELD,
                                false,
                                2,
                                0)));
    }

    private static OwnModule module(OwnModuleState state, boolean decidable) {
        return new OwnModule(
                "lost-and-found",
                "Objets trouvés",
                "Ce qui a été trouvé dans le collège, et à qui c’est.",
                state,
                decidable,
                1,
                state == OwnModuleState.ON ? 5 : 0);
    }

    private static OwnModulePage page(
            OwnModule module, @Nullable String trouble, List<SettingLine> settings) {
        return new OwnModulePage(
                "sevres",
                "Collège de Sèvres",
                module,
                "Atelier des Tilleuls",
                List.of(CatalogueExamples.directory(false)),
                module.state() == OwnModuleState.ON
                        ? List.of(new LosingModule("radio", "Webradio", "garden.Beds", false))
                        : List.of(),
                trouble,
                settings);
    }

    private static List<SettingLine> settings(@Nullable String error) {
        return List.of(
                new SettingLine(
                        "keep-days",
                        DeclaredSetting.Type.INTEGER,
                        "Jours de garde",
                        "Ensuite l’objet est donné.",
                        error == null ? "30" : "91",
                        1,
                        90,
                        200,
                        List.of(),
                        error),
                setting("greeting", DeclaredSetting.Type.TEXT, "Mot d’accueil", "Bonjour <tous>"),
                setting("photos", DeclaredSetting.Type.BOOLEAN, "Photos", "false"),
                new SettingLine(
                        "order",
                        DeclaredSetting.Type.CHOICE,
                        "Ordre de la liste",
                        null,
                        "place",
                        null,
                        null,
                        200,
                        List.of(
                                new SettingChoice("newest", "Les plus récents d’abord"),
                                new SettingChoice("place", "Par lieu")),
                        null),
                setting("closing", DeclaredSetting.Type.DATE, "Fermeture", "2027-07-03"));
    }

    private static SettingLine setting(
            String key, DeclaredSetting.Type type, String title, String value) {
        return new SettingLine(key, type, title, null, value, null, null, 200, List.of(), null);
    }
}
