package fr.preau.portal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What switching a module for many collèges would change, asked before it is done.
 *
 * @param commune the commune it is asked for, null for all collèges
 * @param enabled the state they would have afterwards
 * @param changing the names of the collèges where it would change
 * @param unchanged at how many it is so already
 */
public record ModuleSwitchConfirmPage(
        String module,
        String moduleTitle,
        @Nullable String commune,
        boolean enabled,
        List<String> changing,
        int unchanged) {

    public ModuleSwitchConfirmPage {
        changing = List.copyOf(changing);
    }
}
