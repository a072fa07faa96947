package fr.preau.portal.account;

import org.jspecify.annotations.Nullable;

/**
 * What is typed to sign in; either may be missing, which lets nobody in.
 *
 * @param kept the {@link fr.preau.portal.resume.KeptForm} that waits for it
 */
public record SignInForm(
        @Nullable String login,
        @Nullable String password,
        @Nullable String returnTo,
        @Nullable String kept) {}
