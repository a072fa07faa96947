package fr.preau.core.settings;

import fr.preau.api.settings.Settings;
import fr.preau.core.plugins.manifest.DeclaredSetting;
import fr.preau.core.plugins.manifest.DeclaredSetting.Type;
import fr.preau.core.plugins.manifest.PluginManifest;
import fr.preau.core.tenancy.UnitsOfWork;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The settings that one version of a module holds for ever: each question is answered for the
 * collège of whatever unit of work this thread is in.
 */
public final class SettingsOfModule implements Settings {

    private final String module;
    private final Map<String, DeclaredSetting> declared;
    private final UnitsOfWork units;
    private final ModuleSettings settings;

    public SettingsOfModule(PluginManifest manifest, UnitsOfWork units, ModuleSettings settings) {
        this.module = manifest.id();
        this.declared =
                manifest.settings().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        DeclaredSetting::key, Function.identity()));
        this.units = units;
        this.settings = settings;
    }

    @Override
    public String text(String key) {
        return value(key, Type.TEXT);
    }

    @Override
    public int integer(String key) {
        return Integer.parseInt(value(key, Type.INTEGER));
    }

    @Override
    public boolean bool(String key) {
        return Boolean.parseBoolean(value(key, Type.BOOLEAN));
    }

    @Override
    public String choice(String key) {
        return value(key, Type.CHOICE);
    }

    @Override
    public Optional<LocalDate> date(String key) {
        String value = value(key, Type.DATE);
        return value.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(value));
    }

    private String value(String key, Type type) {
        DeclaredSetting setting = declared.get(key);
        if (setting == null) {
            throw new IllegalArgumentException(
                    "« " + key + " » is no setting in " + PluginManifest.ENTRY + " of " + module);
        }
        if (setting.type() != type) {
            throw new IllegalArgumentException(
                    "the setting « %s » is %s in %s of %s, not %s"
                            .formatted(key, setting.type(), PluginManifest.ENTRY, module, type));
        }
        return settings.value(units.current().space().uai(), module, setting);
    }

    @Override
    public String toString() {
        return "settings of " + module;
    }
}
