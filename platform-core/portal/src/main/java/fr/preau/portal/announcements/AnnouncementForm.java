package fr.preau.portal.announcements;

import fr.preau.api.event.departement.Announced.Kind;
import fr.preau.api.route.Violations;
import fr.preau.api.school.Profile;
import fr.preau.core.announcements.Announcement;
import fr.preau.core.tenancy.Tenant;
import fr.preau.core.tenancy.Tenants;
import fr.preau.portal.look.Texts;
import fr.preau.portal.pages.AnnouncementFormPage;
import fr.preau.portal.pages.CollegeName;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is typed for an announcement: read, judged, and shown again. */
final class AnnouncementForm {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069\\p{Cs}]");

    private static final Set<Profile> PROFILES =
            Set.of(Profile.PUPIL, Profile.GUARDIAN, Profile.TEACHER, Profile.STAFF);

    private final Tenants tenants;
    private final Texts texts;
    private final Clock clock;

    AnnouncementForm(Tenants tenants, Texts texts, Clock clock) {
        this.tenants = tenants;
        this.texts = texts;
        this.clock = clock;
    }

    AnnouncementFormPage fresh(UUID key) {
        return new AnnouncementFormPage(
                key,
                Kind.NEWS,
                "",
                "",
                Set.of(Profile.GUARDIAN),
                choices(),
                Set.of(),
                "",
                Violations.none());
    }

    AnnouncementFormPage again(AnnouncementInput input, UUID key, Violations violations) {
        return new AnnouncementFormPage(
                key,
                kind(input),
                text(input.title()),
                text(input.text()),
                profiles(input),
                choices(),
                new HashSet<>(chosen(input)),
                input.until() == null ? "" : input.until().toString(),
                violations);
    }

    private List<CollegeName> choices() {
        return open().stream()
                .map(
                        tenant ->
                                new CollegeName(
                                        tenant.college().slug(),
                                        tenant.college().name(),
                                        tenant.college().commune()))
                .toList();
    }

    private List<Tenant> open() {
        return tenants.all().stream().filter(Tenant::isOpen).toList();
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }

    private static Kind kind(AnnouncementInput input) {
        return Objects.requireNonNullElse(input.kind(), Kind.NEWS);
    }

    private static List<String> chosen(AnnouncementInput input) {
        return Objects.requireNonNullElse(input.colleges(), List.of());
    }

    private static Set<Profile> profiles(AnnouncementInput input) {
        return Objects.requireNonNullElse(input.profiles(), List.<Profile>of()).stream()
                .filter(PROFILES::contains)
                .collect(Collectors.toSet());
    }

    /** Those it is for; all that are open where none was chosen. */
    List<Tenant> colleges(AnnouncementInput input) {
        List<String> chosen = chosen(input);
        return open().stream()
                .filter(tenant -> chosen.isEmpty() || chosen.contains(tenant.college().slug()))
                .toList();
    }

    Violations problems(AnnouncementInput input) {
        return of("title", line(input.title()), Announcement.LONGEST_TITLE)
                .and(of("text", lines(input.text()), Announcement.LONGEST_TEXT))
                .and(
                        profiles(input).isEmpty()
                                ? problem("profiles", "announcements.problem.profiles")
                                : Violations.none())
                .and(
                        colleges(input).size() < chosen(input).stream().distinct().count()
                                        || colleges(input).isEmpty()
                                ? problem("colleges", "announcements.problem.colleges")
                                : Violations.none())
                .and(ofEnd(input));
    }

    private Violations of(String field, String clean, int most) {
        if (clean.isBlank()) {
            return problem(field, "announcements.problem." + field);
        }
        return clean.length() > most
                ? problem(field, "announcements.problem.long", most)
                : Violations.none();
    }

    private Violations ofEnd(AnnouncementInput input) {
        LocalDate until = input.until();
        LocalDate today = clock.instant().atZone(PARIS).toLocalDate();
        return until == null || (!until.isBefore(today) && until.isBefore(LATEST))
                ? Violations.none()
                : problem("until", "announcements.problem.until");
    }

    private Violations problem(String field, String key, Object... arguments) {
        return Violations.of(field, texts.text(key, arguments));
    }

    Announcement announcement(AnnouncementInput input, UUID key, String by) {
        LocalDate until = input.until();
        return new Announcement(
                key,
                kind(input),
                line(input.title()),
                lines(input.text()),
                profiles(input),
                until != null && kind(input) == Kind.NEWS
                        ? until.plusDays(1).atStartOfDay(PARIS).toInstant()
                        : null,
                by,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private static String line(@Nullable String typed) {
        return lines(typed).replaceAll("\\s+", " ");
    }

    private static String lines(@Nullable String typed) {
        String broken = text(typed).replaceAll("\\R", "\n");
        return Normalizer.normalize(UNSEEN.matcher(broken).replaceAll(""), Normalizer.Form.NFC)
                .strip();
    }
}
