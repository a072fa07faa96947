package fr.preau.portal.account;

import org.jspecify.annotations.Nullable;

/**
 * What a link to the sign-in page may say. A kept form is not among it: nobody shall be led to a
 * form that somebody else has filled in.
 */
public record SignInLink(@Nullable String login, @Nullable String returnTo) {}
