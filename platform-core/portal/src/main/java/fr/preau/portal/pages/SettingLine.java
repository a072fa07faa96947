package fr.preau.portal.pages;

import fr.preau.core.plugins.manifest.DeclaredSetting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a collège may set of a module, as its form shows it.
 *
 * @param title in French, as the publisher calls it
 * @param value what holds, or what was just typed
 * @param minimum of an integer
 * @param maximum of an integer
 * @param longest of a text, in characters
 * @param error what is wrong with what was typed
 */
public record SettingLine(
        String key,
        DeclaredSetting.Type type,
        String title,
        @Nullable String help,
        String value,
        @Nullable Integer minimum,
        @Nullable Integer maximum,
        int longest,
        List<SettingChoice> choices,
        @Nullable String error) {

    public SettingLine {
        choices = List.copyOf(choices);
    }

    /** Its name in a form. */
    public String field() {
        return "setting." + key;
    }
}
