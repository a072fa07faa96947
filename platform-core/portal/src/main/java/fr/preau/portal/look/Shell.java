package fr.preau.portal.look;

import fr.preau.api.school.College;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around a page.
 *
 * @param version changes whenever an asset changes, so that browsers may keep assets for ever
 * @param demo whether people are invented
 * @param college the collège in view, if one
 * @param personName who is signed in, if someone
 * @param notice what was just done, told once
 * @param unseen how much the person was told that they have not seen; null where nobody is told
 *     anything
 * @param banners urgent messages above the page
 */
public record Shell(
        String version,
        boolean demo,
        @Nullable College college,
        @Nullable String personName,
        List<MenuItem> menu,
        @Nullable String notice,
        @Nullable Integer unseen,
        List<ShownBanner> banners) {

    /** Beyond that nobody counts. */
    private static final int MOST_COUNTED = 99;

    public Shell {
        menu = List.copyOf(menu);
        banners = List.copyOf(banners);
    }

    /** A shell below no urgent message. */
    public Shell(
            String version,
            boolean demo,
            @Nullable College college,
            @Nullable String personName,
            List<MenuItem> menu,
            @Nullable String notice,
            @Nullable Integer unseen) {
        this(version, demo, college, personName, menu, notice, unseen, List.of());
    }

    /** A shell without a bell, below no urgent message. */
    public Shell(
            String version,
            boolean demo,
            @Nullable College college,
            @Nullable String personName,
            List<MenuItem> menu,
            @Nullable String notice) {
        this(version, demo, college, personName, menu, notice, null, List.of());
    }

    /** The shell for someone who is not signed in. */
    public static Shell forVisitor(String version, boolean demo) {
        return new Shell(version, demo, null, null, List.of(), null);
    }

    /** The same, saying once what was just done. */
    public Shell telling(@Nullable String what) {
        return new Shell(version, demo, college, personName, menu, what, unseen, banners);
    }

    /** The same with a bell. */
    public Shell ringing(int count) {
        return new Shell(version, demo, college, personName, menu, notice, count, banners);
    }

    /** The same below these urgent messages. */
    public Shell below(List<ShownBanner> urgent) {
        return new Shell(version, demo, college, personName, menu, notice, unseen, urgent);
    }

    /** What stands at the bell; empty when there is nothing new. */
    public String bellCount() {
        if (unseen == null || unseen == 0) {
            return "";
        }
        return unseen > MOST_COUNTED ? MOST_COUNTED + "+" : String.valueOf(unseen);
    }

    /** The stylesheet that holds nothing but the collège's accent colour. */
    public @Nullable String accentHref() {
        return college == null
                ? null
                : "/assets/accent/" + college.accent().substring(1) + ".css?v=" + version;
    }

    public String titled(String title) {
        return college == null ? title + " · Préau" : title + " · " + college.name() + " · Préau";
    }

    /** One letter for the person's menu on a narrow screen. */
    public String initial() {
        return Initials.of(personName == null ? "" : personName);
    }
}
