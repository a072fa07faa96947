package fr.preau.portal.dispatch;

import fr.preau.core.banners.Banner;
import fr.preau.core.banners.Banners;
import fr.preau.core.identity.Membership;
import fr.preau.portal.look.ShownBanner;
import java.util.ArrayList;
import java.util.List;

/** The urgent messages above one page: those for this person there, without the hidden ones. */
final class BannerStrip {

    private BannerStrip() {}

    /** Each is announced once, and its visit notes it. */
    static List<ShownBanner> of(Visit visit, Banners banners) {
        List<ShownBanner> shown = new ArrayList<>();
        for (Banner banner : found(visit, banners)) {
            String key = BannerMarks.keyOf(banner);
            BannerMarks marks = visit.bannerMarks();
            if (marks.hidden().contains(key)) {
                continue;
            }
            boolean announced = !marks.told().contains(key);
            if (announced) {
                visit.tellsBanner(key);
            }
            shown.add(
                    new ShownBanner(
                            banner.id(),
                            banner.version(),
                            banner.isOfTheDepartement(),
                            banner.text(),
                            banner.tone(),
                            visit.signedIn().isPresent() ? banner.link() : "",
                            announced,
                            visit.signedIn().isPresent(),
                            visit.address()));
        }
        return shown;
    }

    private static List<Banner> found(Visit visit, Banners banners) {
        if (visit.signedIn().isEmpty()) {
            return banners.shownToVisitors();
        }
        List<Membership> memberships =
                visit.collegeInView()
                        .map(college -> visit.person().at(college.uai()))
                        .orElse(visit.person().memberships());
        return banners.shownTo(memberships);
    }
}
