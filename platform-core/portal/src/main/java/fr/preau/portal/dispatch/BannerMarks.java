package fr.preau.portal.dispatch;

import fr.preau.core.banners.Banner;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which urgent messages somebody was told already, and which they have hidden: each by its identity
 * and version, so that a changed one is a new one.
 *
 * @param told a screen reader has said these
 */
record BannerMarks(Set<String> told, Set<String> hidden) {

    static final BannerMarks NONE = new BannerMarks(Set.of(), Set.of());

    /** More than are ever shown at once; the oldest are forgotten. */
    private static final int MOST = 12;

    private static final Pattern MARK = Pattern.compile("[th][0-9a-f]{32}-[0-9]{1,9}");

    BannerMarks {
        told = newest(told);
        hidden = newest(hidden);
    }

    private static Set<String> newest(Set<String> marks) {
        return marks.stream()
                .skip(Math.max(0, marks.size() - MOST))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static String keyOf(Banner banner) {
        return keyOf(banner.id().toString(), banner.version());
    }

    static String keyOf(String id, int version) {
        return id.replace("-", "") + "-" + version;
    }

    /** What a cookie holds; whatever else stands there is nothing. */
    static BannerMarks read(String carried) {
        Set<String> told = new LinkedHashSet<>();
        Set<String> hidden = new LinkedHashSet<>();
        Stream.of(carried.split("\\."))
                .filter(mark -> MARK.matcher(mark).matches())
                .limit(2L * MOST)
                .forEach(mark -> (mark.charAt(0) == 't' ? told : hidden).add(mark.substring(1)));
        return new BannerMarks(told, hidden);
    }

    String written() {
        return Stream.concat(
                        told.stream().map(key -> "t" + key), hidden.stream().map(key -> "h" + key))
                .collect(Collectors.joining("."));
    }

    BannerMarks telling(String key) {
        return new BannerMarks(with(told, key), hidden);
    }

    BannerMarks hiding(String key) {
        return new BannerMarks(told, with(hidden, key));
    }

    private static Set<String> with(Set<String> marks, String key) {
        Set<String> more = new LinkedHashSet<>(marks);
        more.add(key);
        return more;
    }
}
