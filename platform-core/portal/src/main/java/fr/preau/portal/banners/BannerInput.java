package fr.preau.portal.banners;

import fr.preau.api.page.Tone;
import fr.preau.api.school.Profile;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An urgent message as it was typed.
 *
 * @param college its slug, from the address; null for the Département
 * @param banner which one, from the address; null for a new one
 * @param key the hidden key of the form of a new one
 * @param page the known page that it opens
 * @param link the address of another one
 * @param colleges slugs of those it is for; none for all
 * @param from the first day, null for at once
 * @param until the last day
 */
record BannerInput(
        @Nullable String college,
        @Nullable UUID banner,
        @Nullable UUID key,
        @Nullable String text,
        @Nullable Tone tone,
        @Nullable String page,
        @Nullable String link,
        @Nullable List<Profile> profiles,
        @Nullable List<String> colleges,
        boolean onSignIn,
        @Nullable LocalDate from,
        @Nullable String fromHour,
        @Nullable LocalDate until,
        @Nullable String untilHour) {}
