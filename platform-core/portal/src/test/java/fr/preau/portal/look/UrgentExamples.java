package fr.preau.portal.look;

import fr.preau.api.event.departement.Announced.Kind;
import fr.preau.api.page.PageOf;
import fr.preau.api.page.Tone;
import fr.preau.api.route.Violations;
import fr.preau.api.school.Profile;
import fr.preau.portal.pages.AnnouncementFormPage;
import fr.preau.portal.pages.AnnouncementPage;
import fr.preau.portal.pages.AnnouncementPage.Where;
import fr.preau.portal.pages.AnnouncementsPage;
import fr.preau.portal.pages.BannersPage;
import fr.preau.portal.pages.BannersPage.BannerFields;
import fr.preau.portal.pages.BannersPage.BannerLine;
import fr.preau.portal.pages.BannersPage.PageName;
import fr.preau.portal.pages.CollegeName;
import fr.preau.portal.pages.FrontPagesPage;
import fr.preau.portal.pages.FrontPagesPage.Front;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What stands above pages, what the Département announces, and what everybody sees. */
record UrgentExamples(Examples examples) {

    private static final UUID ID = UUID.fromString("0193a1b2-0000-7000-8000-000000000001");
    private static final List<CollegeName> COLLEGES =
            List.of(
                    new CollegeName("sevres", "Collège de Sèvres", "Sèvres"),
                    new CollegeName("nanterre", "Collège Jean Perrin", "Nanterre"));

    Map<String, String> documents() {
        BannerScreens banners = new BannerScreens(examples.templates);
        AnnouncementScreens announcements = new AnnouncementScreens(examples.templates);
        String console = "/departement/banners";
        Map<String, String> all = new LinkedHashMap<>();
        all.put(
                "banners",
                examples.operator(console, banners.banners(banners(null), examples.context)));
        all.put(
                "banners-college",
                examples.guardian(banners.banners(banners("sevres"), examples.context)));
        all.put(
                "announcements",
                examples.operator(
                        "/departement/announcements",
                        announcements.list(
                                new AnnouncementsPage(new PageOf<>(List.of(line()), 1, false)),
                                examples.context)));
        all.put(
                "announcement-form",
                examples.operator(
                        "/departement/announcements",
                        announcements.form(form(), examples.context)));
        all.put(
                "announcement",
                examples.operator(
                        "/departement/announcements",
                        announcements.one(announcement(), examples.context)));
        all.put(
                "front-pages",
                examples.visitor(
                        examples.portal.frontPages(
                                new FrontPagesPage(
                                        List.of(
                                                new Front(
                                                        "Collège de Sèvres",
                                                        "Sèvres",
                                                        "/c/sevres/communication/front"))),
                                examples.context)));
        all.put("urgent", urgent(true));
        return all;
    }

    /** An accueil below two urgent messages, one of which is new. */
    String urgent(boolean hideable) {
        Shell shell =
                new Shell("1", true, null, "Claire Moreau", List.of(), null, 0)
                        .below(
                                List.of(
                                        new ShownBanner(
                                                ID,
                                                1,
                                                true,
                                                "Les transports scolaires sont suspendus.",
                                                Tone.DANGER,
                                                "/profile",
                                                true,
                                                hideable,
                                                "/"),
                                        new ShownBanner(
                                                UUID.fromString(
                                                        "0193a1b2-0000-7000-8000-000000000002"),
                                                2,
                                                false,
                                                "Le collège ouvre à 10 h.",
                                                Tone.INFO,
                                                "",
                                                false,
                                                hideable,
                                                "/")));
        return examples.draw(shell, examples.accueilOfGuardian());
    }

    private static BannersPage banners(@Nullable String college) {
        BannerFields fresh =
                new BannerFields(
                        ID,
                        true,
                        "",
                        Tone.WARNING,
                        "other",
                        "https://ailleurs.example/",
                        Set.of(Profile.PUPIL),
                        Set.of("sevres"),
                        false,
                        "",
                        "",
                        "",
                        "");
        return new BannersPage(
                college,
                List.of(
                        new BannerLine(
                                ID,
                                "Les transports scolaires sont suspendus.",
                                Tone.DANGER,
                                Examples.NOW,
                                Examples.NOW.plusSeconds(7200),
                                true,
                                college == null ? 2 : 0,
                                college == null)),
                fresh,
                List.of(new PageName("Mon profil", "/profile")),
                college == null ? COLLEGES : List.of(),
                Violations.of("until", "Dites quel jour le message se termine."));
    }

    private static AnnouncementsPage.Line line() {
        return new AnnouncementsPage.Line(
                ID,
                Kind.MESSAGE,
                "Transports",
                Examples.NOW,
                "Équipe du Département",
                93,
                41,
                35_000);
    }

    private static AnnouncementFormPage form() {
        return new AnnouncementFormPage(
                ID,
                Kind.MESSAGE,
                "Transports",
                "Les cars circulent.",
                Set.of(Profile.GUARDIAN),
                COLLEGES,
                Set.of(),
                "",
                Violations.none());
    }

    private static AnnouncementPage announcement() {
        return new AnnouncementPage(
                line(),
                "Les cars circulent.",
                List.of(Profile.GUARDIAN),
                List.of(
                        new Where("Collège de Sèvres", Examples.NOW, 812),
                        new Where("Collège Jean Perrin", null, 0)));
    }
}
