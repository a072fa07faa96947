package fr.preau.portal.pages;

import fr.preau.api.page.Tone;
import fr.preau.api.route.Violations;
import fr.preau.api.school.Profile;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The urgent messages of an owner, and the form of one.
 *
 * @param college its slug; null for the Département
 * @param banners those that are shown or will be
 * @param form what was typed, or a fresh one
 * @param pages that it may open by their names
 * @param choices the collèges a message of the Département may be for
 */
public record BannersPage(
        @Nullable String college,
        List<BannerLine> banners,
        BannerFields form,
        List<PageName> pages,
        List<CollegeName> choices,
        Violations violations) {

    public BannersPage {
        banners = List.copyOf(banners);
        pages = List.copyOf(pages);
        choices = List.copyOf(choices);
    }

    /** Where this page is. */
    public String address() {
        return college == null ? "/departement/banners" : "/colleges/" + college + "/banners";
    }

    /** Where the form is sent. */
    public String formAddress() {
        return form.isNew() ? address() : address() + "/" + form.id();
    }

    /** A page that may be opened. */
    public record PageName(String label, String href) {}

    /**
     * One of them.
     *
     * @param colleges how many it is for; 0 for all
     */
    public record BannerLine(
            UUID id,
            String text,
            Tone tone,
            Instant from,
            Instant until,
            boolean shown,
            int colleges,
            boolean onSignIn) {}

    /**
     * What stands in the form.
     *
     * @param id of the message; of a new one the hidden key
     * @param page the known page that it opens, « other », or empty
     * @param link the address of another page
     * @param from a day as a field holds it, empty for at once
     */
    public record BannerFields(
            UUID id,
            boolean isNew,
            String text,
            Tone tone,
            String page,
            String link,
            Set<Profile> profiles,
            Set<String> colleges,
            boolean onSignIn,
            String from,
            String fromHour,
            String until,
            String untilHour) {

        public BannerFields {
            profiles = Set.copyOf(profiles);
            colleges = Set.copyOf(colleges);
        }
    }
}
