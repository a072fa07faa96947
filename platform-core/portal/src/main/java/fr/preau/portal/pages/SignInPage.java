package fr.preau.portal.pages;

import fr.preau.portal.resume.KeptForm;
import jakarta.json.bind.annotation.JsonbTransient;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way in.
 *
 * @param login what was typed before, empty at first
 * @param failed whether the last try was refused
 * @param returnTo the address within Préau to go on with
 * @param demoAccounts empty outside demo mode
 * @param kept the form that came when its session was over, if one did
 */
public record SignInPage(
        String login,
        boolean failed,
        String returnTo,
        List<DemoAccount> demoAccounts,
        @JsonbTransient @Nullable KeptForm kept) {

    public SignInPage {
        demoAccounts = List.copyOf(demoAccounts);
    }

    /** The way in for somebody who has sent nothing yet. */
    public SignInPage(
            String login, boolean failed, String returnTo, List<DemoAccount> demoAccounts) {
        this(login, failed, returnTo, demoAccounts, null);
    }

    /** The same, for somebody whose form came when its session was over. */
    public SignInPage keeping(@Nullable KeptForm form) {
        return new SignInPage(login, failed, returnTo, demoAccounts, form);
    }
}
