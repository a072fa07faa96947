package fr.preau.portal.account;

import org.jspecify.annotations.Nullable;

/** What is typed to sign in; either may be missing, which lets nobody in. */
public record SignInForm(
        @Nullable String login, @Nullable String password, @Nullable String returnTo) {}
