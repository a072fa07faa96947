package fr.preau.portal.banners;

import fr.preau.api.school.College;
import fr.preau.api.school.Profile;
import fr.preau.portal.dispatch.Drawing;
import fr.preau.portal.pages.ModuleEntry;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The pages that an urgent message may open by their names. */
final class KnownPages {

    private final Drawing drawing;

    KnownPages(Drawing drawing) {
        this.drawing = drawing;
    }

    /**
     * Those of everybody, and those of the modules of a collège.
     *
     * @param college null for a message of the Département, which is read at several
     */
    List<KnownPage> of(@Nullable College college) {
        Set<Profile> everybody = Set.copyOf(BannerForm.PROFILES);
        List<KnownPage> pages =
                new ArrayList<>(
                        List.of(
                                new KnownPage(text("menu.accueil"), "/", everybody),
                                new KnownPage(text("shell.profile"), "/profile", everybody),
                                new KnownPage(text("notices.title"), "/notifications", everybody),
                                new KnownPage(
                                        text("preferences.title"),
                                        "/notifications/preferences",
                                        everybody)));
        if (college != null) {
            pages.addAll(ofModules(college));
        }
        return pages;
    }

    private String text(String key) {
        return drawing.texts().text(key);
    }

    /** One page may stand in the menu under two names, each for others. */
    private List<KnownPage> ofModules(College college) {
        Map<String, KnownPage> pages = new LinkedHashMap<>();
        for (ModuleEntry entry : drawing.menu().entriesOfAll(college)) {
            pages.merge(
                    entry.link().href(),
                    new KnownPage(entry.link().label(), entry.link().href(), entry.profiles()),
                    KnownPages::together);
        }
        return List.copyOf(pages.values());
    }

    private static KnownPage together(KnownPage one, KnownPage other) {
        Set<Profile> both = EnumSet.copyOf(one.profiles());
        both.addAll(other.profiles());
        return new KnownPage(one.label(), one.href(), both);
    }
}
