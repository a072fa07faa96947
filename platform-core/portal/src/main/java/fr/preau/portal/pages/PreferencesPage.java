package fr.preau.portal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How somebody wants to be told.
 *
 * @param mails whether this Préau sends mails
 * @param mail the confirmed address, if there is one
 * @param wanted an address that waits for its link
 * @param stopped whether they have stopped all mails
 * @param bad whether nobody was at the address
 * @param typed what stands in the field, if not the address
 * @param error what is wrong with it
 * @param pushKey what a browser wants to know before it lets Préau speak to it
 * @param devices those that they have let in
 */
public record PreferencesPage(
        boolean mails,
        @Nullable String mail,
        @Nullable String wanted,
        boolean stopped,
        boolean bad,
        @Nullable String typed,
        @Nullable String error,
        String pushKey,
        List<DeviceLine> devices,
        List<ChoiceGroup> groups) {

    public PreferencesPage {
        devices = List.copyOf(devices);
        groups = List.copyOf(groups);
    }

    /** The same, with what was typed and is wrong. */
    public PreferencesPage with(@Nullable String what, @Nullable String wrong) {
        return new PreferencesPage(
                mails, mail, wanted, stopped, bad, what, wrong, pushKey, devices, groups);
    }
}
