package fr.preau.portal.announcements;

import fr.preau.api.event.departement.Announced.Kind;
import fr.preau.api.school.Profile;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An announcement as it was typed.
 *
 * @param key the hidden key of the form
 * @param colleges slugs of those it is for; none for all
 * @param until the last day on which a news is shown
 */
record AnnouncementInput(
        @Nullable UUID key,
        @Nullable Kind kind,
        @Nullable String title,
        @Nullable String text,
        @Nullable List<Profile> profiles,
        @Nullable List<String> colleges,
        @Nullable LocalDate until) {}
