package fr.preau.portal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One module as a collège has it: what it sees, whether it is on, what is set.
 *
 * @param college its slug
 * @param losing the modules that are on here and lose something without it
 * @param trouble why it does not answer, in French; null while nothing is wrong
 */
public record OwnModulePage(
        String college,
        String collegeName,
        OwnModule module,
        String publisher,
        List<PermissionLine> permissions,
        List<LosingModule> losing,
        @Nullable String trouble,
        List<SettingLine> settings) {

    public OwnModulePage {
        permissions = List.copyOf(permissions);
        losing = List.copyOf(losing);
        settings = List.copyOf(settings);
    }

    /** Where this page is. */
    public String address() {
        return "/colleges/" + college + "/modules/" + module.id();
    }

    /** Whether the collège has it switched on, whatever becomes of it. */
    public boolean isOn() {
        return module.state() != OwnModuleState.OFF;
    }
}
