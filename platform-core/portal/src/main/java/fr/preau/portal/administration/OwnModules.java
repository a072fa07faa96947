package fr.preau.portal.administration;

import fr.preau.api.route.Refusal;
import fr.preau.api.school.College;
import fr.preau.api.school.Uai;
import fr.preau.core.modules.ModuleGate;
import fr.preau.core.modules.ModuleSchemas;
import fr.preau.core.modules.ModuleStates;
import fr.preau.core.plugins.LivePlugin;
import fr.preau.core.plugins.PluginHost;
import fr.preau.core.plugins.gate.ModuleQuarantine;
import fr.preau.core.plugins.manifest.AskedPermission;
import fr.preau.core.plugins.manifest.DeclaredSetting;
import fr.preau.core.plugins.manifest.PluginManifest;
import fr.preau.core.settings.ModuleOffers;
import fr.preau.core.settings.ModuleSettings;
import fr.preau.portal.look.Texts;
import fr.preau.portal.pages.LosingModule;
import fr.preau.portal.pages.OwnModule;
import fr.preau.portal.pages.OwnModulePage;
import fr.preau.portal.pages.OwnModuleState;
import fr.preau.portal.pages.OwnModulesPage;
import fr.preau.portal.pages.PermissionLine;
import fr.preau.portal.pages.SettingChoice;
import fr.preau.portal.pages.SettingLine;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The modules that a collège is offered: those that are on there, and those that it may switch
 * itself. All of it is in memory.
 */
public final class OwnModules {

    private final PluginHost host;
    private final ModuleStates states;
    private final ModuleSchemas schemas;
    private final ModuleGate gate;
    private final ModuleQuarantine quarantine;
    private final ModuleOffers offers;
    private final ModuleSettings settings;
    private final Texts texts;

    public OwnModules(
            PluginHost host,
            ModuleStates states,
            ModuleSchemas schemas,
            ModuleGate gate,
            ModuleQuarantine quarantine,
            ModuleOffers offers,
            ModuleSettings settings,
            Texts texts) {
        this.host = host;
        this.states = states;
        this.schemas = schemas;
        this.gate = gate;
        this.quarantine = quarantine;
        this.offers = offers;
        this.settings = settings;
        this.texts = texts;
    }

    OwnModulesPage page(College college) {
        return new OwnModulesPage(
                college.slug(),
                college.name(),
                host.all().stream()
                        .filter(plugin -> isOffered(college.uai(), plugin.id()))
                        .map(plugin -> shown(college.uai(), plugin))
                        .map(plugin -> line(college.uai(), plugin))
                        .sorted(Comparator.comparing(OwnModule::title))
                        .toList());
    }

    private boolean isOffered(Uai uai, String module) {
        return states.isOn(uai, module) || offers.isLeftToColleges(module);
    }

    /** The version that answers at a collège, or else the one that would. */
    private LivePlugin shown(Uai uai, LivePlugin newest) {
        return gate.serving(uai, newest.id()).orElse(newest);
    }

    /** What a collège is offered under this id; another one is refused. */
    PluginManifest offered(Uai uai, String module) {
        return plugin(uai, module).manifest();
    }

    private LivePlugin plugin(Uai uai, String module) {
        return host.find(module)
                .filter(plugin -> isOffered(uai, plugin.id()))
                .map(plugin -> shown(uai, plugin))
                .orElseThrow(Refusal::notFound);
    }

    /** Whether the collège switches the module itself. */
    boolean isDecidable(String module) {
        return offers.isLeftToColleges(module);
    }

    private OwnModule line(Uai uai, LivePlugin plugin) {
        PluginManifest manifest = plugin.manifest();
        return new OwnModule(
                manifest.id(),
                manifest.title(),
                manifest.description(),
                state(uai, manifest.id()),
                isDecidable(manifest.id()),
                manifest.permissions().size(),
                manifest.settings().size());
    }

    private OwnModuleState state(Uai uai, String module) {
        if (!states.isOn(uai, module)) {
            return OwnModuleState.OFF;
        }
        if (quarantine.find(uai, module).isPresent()) {
            return OwnModuleState.HELD;
        }
        if (gate.isOpen(uai, module)) {
            return OwnModuleState.ON;
        }
        return schemas.failure(uai, module).isPresent()
                ? OwnModuleState.FAILED
                : OwnModuleState.PREPARING;
    }

    OwnModulePage page(College college, String module) {
        return page(college, module, Map.of(), Map.of());
    }

    /**
     * @param typed what was typed instead of what holds, by the key of its setting
     * @param mistakes what is wrong with it
     */
    OwnModulePage page(
            College college,
            String module,
            Map<String, String> typed,
            Map<String, DeclaredSetting.Mistake> mistakes) {
        Uai uai = college.uai();
        LivePlugin plugin = plugin(uai, module);
        OwnModule line = line(uai, plugin);
        return new OwnModulePage(
                college.slug(),
                college.name(),
                line,
                plugin.manifest().publisher().name(),
                plugin.manifest().permissions().stream().map(OwnModules::asked).toList(),
                line.decidable() && line.state() != OwnModuleState.OFF
                        ? losing(uai, plugin.manifest())
                        : List.of(),
                trouble(uai, line),
                plugin.manifest().settings().stream()
                        .map(
                                setting ->
                                        line(
                                                setting,
                                                typed.getOrDefault(
                                                        setting.key(),
                                                        settings.value(uai, module, setting)),
                                                mistakes.get(setting.key())))
                        .toList());
    }

    private static PermissionLine asked(AskedPermission asked) {
        return new PermissionLine(asked.permission(), asked.reason(), asked.hosts(), null, null);
    }

    private List<LosingModule> losing(Uai uai, PluginManifest provider) {
        return gate.modulesOn(uai).stream()
                .map(LivePlugin::manifest)
                .filter(user -> !user.id().equals(provider.id()))
                .flatMap(
                        user ->
                                user.uses().stream()
                                        .filter(used -> provider.offers().contains(used.name()))
                                        .map(
                                                used ->
                                                        new LosingModule(
                                                                user.id(),
                                                                user.title(),
                                                                used.name(),
                                                                used.required())))
                .toList();
    }

    private @Nullable String trouble(Uai uai, OwnModule module) {
        Optional<String> reason =
                module.state() == OwnModuleState.HELD
                        ? quarantine.find(uai, module.id()).map(ModuleQuarantine.Held::reason)
                        : Optional.empty();
        return reason.orElse(null);
    }

    private SettingLine line(
            DeclaredSetting setting, String value, DeclaredSetting.@Nullable Mistake mistake) {
        return new SettingLine(
                setting.key(),
                setting.type(),
                setting.title(),
                setting.help().orElse(null),
                value,
                setting.minimum().isPresent() ? setting.minimum().getAsInt() : null,
                setting.maximum().isPresent() ? setting.maximum().getAsInt() : null,
                setting.longest(),
                setting.choices().stream()
                        .map(choice -> new SettingChoice(choice.value(), choice.title()))
                        .toList(),
                mistake == null ? null : words(mistake));
    }

    /** What is wrong with a value, for the person who typed it. */
    String words(DeclaredSetting.Mistake mistake) {
        return texts.text("setting.error." + mistake.word(), mistake.arguments().toArray());
    }
}
