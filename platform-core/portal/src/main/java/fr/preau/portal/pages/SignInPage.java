package fr.preau.portal.pages;

import java.util.List;

/**
 * The way in.
 *
 * @param login what was typed before, empty at first
 * @param failed whether the last try was refused
 * @param returnTo the address within Préau to go on with
 * @param demoAccounts empty outside demo mode
 */
public record SignInPage(
        String login, boolean failed, String returnTo, List<DemoAccount> demoAccounts) {

    public SignInPage {
        demoAccounts = List.copyOf(demoAccounts);
    }
}
