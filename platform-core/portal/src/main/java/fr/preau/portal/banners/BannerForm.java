package fr.preau.portal.banners;

import fr.preau.api.page.Tone;
import fr.preau.api.route.Violations;
import fr.preau.api.school.Profile;
import fr.preau.api.school.Uai;
import fr.preau.core.banners.Banner;
import fr.preau.core.tenancy.Tenant;
import fr.preau.core.tenancy.Tenants;
import fr.preau.portal.look.Texts;
import fr.preau.portal.pages.BannersPage.BannerFields;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is typed for an urgent message: read, judged, and shown again. */
final class BannerForm {

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern UNSEEN =
            Pattern.compile("\\p{Cc}|[\\u202A-\\u202E\\u2066-\\u2069\\p{Cs}]");

    static final List<Profile> PROFILES =
            List.of(Profile.GUARDIAN, Profile.PUPIL, Profile.TEACHER, Profile.STAFF);

    private static final Set<Tone> TONES = Set.of(Tone.INFO, Tone.WARNING, Tone.DANGER);

    private final Tenants tenants;
    private final Texts texts;

    BannerForm(Tenants tenants, Texts texts) {
        this.tenants = tenants;
        this.texts = texts;
    }

    BannerFields fresh(UUID key) {
        return new BannerFields(
                key,
                true,
                "",
                Tone.WARNING,
                "",
                "",
                Set.copyOf(PROFILES),
                Set.of(),
                false,
                "",
                "",
                "",
                "");
    }

    BannerFields of(Banner banner, List<KnownPage> known) {
        PageToOpen page = PageToOpen.stored(banner.link(), known);
        return new BannerFields(
                banner.id(),
                false,
                banner.text(),
                banner.tone(),
                page.chosen(),
                page.pasted(),
                banner.profiles(),
                slugs(banner.colleges()),
                banner.onSignIn(),
                ParisHour.dayOf(banner.from()),
                ParisHour.hourOf(banner.from()),
                ParisHour.dayOf(banner.until()),
                ParisHour.hourOf(banner.until()));
    }

    private Set<String> slugs(Set<Uai> colleges) {
        return colleges.stream()
                .flatMap(uai -> tenants.byUai(uai).stream())
                .map(tenant -> tenant.college().slug())
                .collect(Collectors.toSet());
    }

    BannerFields again(BannerInput input, UUID id) {
        return new BannerFields(
                id,
                input.banner() == null,
                text(input.text()),
                Objects.requireNonNullElse(input.tone(), Tone.WARNING),
                text(input.page()),
                text(input.link()),
                new HashSet<>(Objects.requireNonNullElse(input.profiles(), List.of())),
                new HashSet<>(Objects.requireNonNullElse(input.colleges(), List.of())),
                input.onSignIn(),
                day(input.from()),
                text(input.fromHour()),
                day(input.until()),
                text(input.untilHour()));
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static String clean(@Nullable String typed) {
        String seen = UNSEEN.matcher(text(typed)).replaceAll(" ");
        return SPACES.matcher(seen).replaceAll(" ").strip();
    }

    /**
     * What is wrong with it.
     *
     * @param known the pages that may be opened by their names
     * @param host what our server is called
     */
    Violations problems(
            BannerInput input, Instant now, List<KnownPage> known, @Nullable String host) {
        String message = clean(input.text());
        if (message.isEmpty()) {
            return problem("text", "banners.problem.text");
        }
        if (message.length() > Banner.LONGEST) {
            return problem("text", "banners.problem.long", Banner.LONGEST);
        }
        if (profiles(input).isEmpty()) {
            return problem("profiles", "banners.problem.profiles");
        }
        Optional<PageToOpen.Mistake> mistake =
                PageToOpen.typed(input.page(), input.link(), host).mistake(known, profiles(input));
        if (mistake.isPresent()) {
            return problem(mistake.get().field, mistake.get().text);
        }
        return input.tone() != null && !TONES.contains(input.tone())
                ? problem("tone", "banners.problem.tone")
                : ofTimes(input, now);
    }

    private Violations ofTimes(BannerInput input, Instant now) {
        if (!ParisHour.isPossible(input.from())) {
            return problem("from", "banners.problem.day");
        }
        if (input.until() == null || !ParisHour.isPossible(input.until())) {
            return problem("until", "banners.problem.until");
        }
        if (ParisHour.typed(input.fromHour(), LocalTime.MIDNIGHT).isEmpty()) {
            return problem("fromHour", "banners.problem.hour");
        }
        if (ParisHour.typed(input.untilHour(), LocalTime.MIDNIGHT).isEmpty()) {
            return problem("untilHour", "banners.problem.hour");
        }
        Instant end = end(input, input.until());
        return end.isAfter(now) && end.isAfter(start(input, now))
                ? Violations.none()
                : problem("until", "banners.problem.ended");
    }

    private static Instant start(BannerInput input, Instant now) {
        LocalTime hour =
                ParisHour.typed(input.fromHour(), LocalTime.MIDNIGHT).orElse(LocalTime.MIDNIGHT);
        return input.from() == null ? now : ParisHour.at(input.from(), hour);
    }

    /** Without an hour, the whole last day. */
    private static Instant end(BannerInput input, LocalDate last) {
        boolean wholeDay = input.untilHour() == null || input.untilHour().isBlank();
        LocalTime hour =
                ParisHour.typed(input.untilHour(), LocalTime.MIDNIGHT).orElse(LocalTime.MIDNIGHT);
        return wholeDay ? ParisHour.endOf(last) : ParisHour.at(last, hour);
    }

    private static Set<Profile> profiles(BannerInput input) {
        return Objects.requireNonNullElse(input.profiles(), List.<Profile>of()).stream()
                .filter(PROFILES::contains)
                .collect(Collectors.toSet());
    }

    private Violations problem(String field, String key, Object... arguments) {
        return Violations.of(field, texts.text(key, arguments));
    }

    /** What was typed, found to be right. */
    Banner banner(
            BannerInput input, UUID id, @Nullable Uai owner, Instant now, @Nullable String host) {
        Set<Uai> colleges =
                Objects.requireNonNullElse(input.colleges(), List.<String>of()).stream()
                        .map(tenants::bySlug)
                        .flatMap(Optional::stream)
                        .map((Tenant tenant) -> tenant.college().uai())
                        .collect(Collectors.toSet());
        return new Banner(
                id,
                owner,
                clean(input.text()),
                Objects.requireNonNullElse(input.tone(), Tone.WARNING),
                PageToOpen.typed(input.page(), input.link(), host).link(),
                profiles(input),
                owner == null ? colleges : Set.of(),
                owner == null && input.onSignIn(),
                start(input, now),
                end(input, Objects.requireNonNull(input.until())),
                1);
    }
}
