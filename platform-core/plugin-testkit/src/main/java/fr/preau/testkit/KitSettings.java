package fr.preau.testkit;

import fr.preau.api.school.Uai;
import fr.preau.core.audit.AuditLog.Actor;
import fr.preau.core.plugins.manifest.DeclaredSetting;
import fr.preau.core.plugins.manifest.PluginManifest;
import fr.preau.core.settings.ModuleSettings;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitsOfWork;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a collège has set for the module, until the test ends. */
final class KitSettings {

    private final UnitsOfWork units;
    private final ModuleSettings settings;
    private boolean changed;

    KitSettings(UnitsOfWork units, ModuleSettings settings) {
        this.units = units;
        this.settings = settings;
    }

    void set(Uai college, PluginManifest manifest, String key, String value) {
        Set<String> declared =
                manifest.settings().stream().map(DeclaredSetting::key).collect(Collectors.toSet());
        if (!declared.contains(key)) {
            throw new KitFailure("the manifest has no setting " + key);
        }
        changed = true;
        Map<String, DeclaredSetting.Mistake> mistakes =
                settings.keep(
                        Actor.system(),
                        college,
                        manifest.id(),
                        manifest.settings(),
                        Map.of(key, value));
        if (!mistakes.isEmpty()) {
            throw new KitFailure(value + " is no value of the setting " + key);
        }
    }

    /** Nothing is set. */
    void beginAfresh() {
        if (changed) {
            units.write(
                    DatabaseSpace.platform(), unit -> unit.update("DELETE FROM module_setting"));
            settings.refresh();
            changed = false;
        }
    }
}
