package fr.preau.portal.account;

import fr.preau.portal.pages.KeptFormPage;
import fr.preau.portal.pages.SignInPage;
import jakarta.json.bind.annotation.JsonbTransient;
import org.jspecify.annotations.Nullable;

/**
 * How signing in went.
 *
 * @param token the bearer token for programs; null when nobody was let in
 * @param page what a person sees when it failed
 * @param kept what a person sees whose form waited for it
 */
public record SignInOutcome(
        @Nullable String token,
        @JsonbTransient SignInPage page,
        @JsonbTransient @Nullable KeptFormPage kept) {}
