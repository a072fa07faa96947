package fr.preau.portal.pages;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What switching a module for many collèges would change, asked before it is done.
 *
 * @param commune the commune it is asked for, null for all collèges
 * @param enabled the state they would have afterwards
 * @param changing the collèges where it would change
 * @param unchanged at how many it is so already
 * @param permissions what the module may see there, when it is switched on
 * @param losing who loses a service at one of these collèges, when it is switched off
 * @param act names what will be done, so that a form sent twice does it once
 */
public record ModuleSwitchConfirmPage(
        String module,
        String moduleTitle,
        @Nullable String commune,
        boolean enabled,
        List<CollegeName> changing,
        int unchanged,
        List<PermissionLine> permissions,
        List<LosingModule> losing,
        UUID act) {

    public ModuleSwitchConfirmPage {
        changing = List.copyOf(changing);
        permissions = List.copyOf(permissions);
        losing = List.copyOf(losing);
    }
}
