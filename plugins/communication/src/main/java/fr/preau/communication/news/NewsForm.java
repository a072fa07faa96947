package fr.preau.communication.news;

import fr.preau.api.data.NewIds;
import fr.preau.api.directory.Directory;
import fr.preau.api.route.Violations;
import fr.preau.api.school.Profile;
import fr.preau.api.school.SchoolClass;
import fr.preau.communication.messages.CleanText;
import fr.preau.communication.news.NewsFormPage.PlaceChoice;
import fr.preau.communication.news.Place.Level;
import fr.preau.communication.news.Place.OneClass;
import fr.preau.communication.wording.Wording;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The form of a news: fresh, of one that is there, and again with what was typed. */
final class NewsForm {

    private final Directory directory;
    private final NewIds ids;

    NewsForm(Directory directory, NewIds ids) {
        this.directory = directory;
        this.ids = ids;
    }

    /** For everybody, until its writer chooses. */
    NewsFormPage fresh() {
        return new NewsFormPage(
                ids.next(),
                true,
                0,
                false,
                "",
                "",
                Readership.POSSIBLE,
                places(Set.of()),
                "",
                "",
                "",
                false,
                false,
                false,
                "",
                Violations.none());
    }

    NewsFormPage of(News news, Instant now) {
        Readership readership = news.readership();
        Schedule schedule = news.schedule();
        return new NewsFormPage(
                news.id(),
                false,
                news.version(),
                news.wasSeen(now),
                news.title(),
                news.text(),
                Readership.POSSIBLE.stream().filter(readership.profiles()::contains).toList(),
                places(readership.places().stream().map(Place::code).collect(Collectors.toSet())),
                schedule.firstDay(),
                schedule.firstHour(),
                schedule.lastDay(),
                news.isPinned(),
                news.isForPublic(),
                news.picture().isPresent(),
                news.pictureAlt(),
                Violations.none());
    }

    /**
     * The form with what was typed.
     *
     * @param there the news as it is by now; null for a new one
     */
    NewsFormPage again(SaveInput input, @Nullable News there, Violations violations, Instant now) {
        UUID key = input.key() == null ? ids.next() : input.key();
        return new NewsFormPage(
                there == null ? key : there.id(),
                there == null,
                there == null ? 0 : there.version(),
                there != null && there.wasSeen(now),
                typed(input.title()),
                typed(input.text()),
                profiles(input),
                places(Set.copyOf(places(input))),
                day(input.from()),
                typed(input.hour()),
                day(input.until()),
                input.pinned(),
                input.forPublic(),
                there != null && there.picture().isPresent(),
                typed(input.pictureAlt()),
                violations);
    }

    private static String typed(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static List<Profile> profiles(SaveInput input) {
        return Objects.requireNonNullElse(input.profiles(), List.of());
    }

    private static List<String> places(SaveInput input) {
        return Objects.requireNonNullElse(input.places(), List.of());
    }

    private List<PlaceChoice> places(Set<String> chosen) {
        List<SchoolClass> classes = directory.classes();
        List<PlaceChoice> choices = new ArrayList<>();
        classes.stream()
                .map(Level::of)
                .flatMap(Optional::stream)
                .distinct()
                .sorted(Comparator.comparingInt(Level::number).reversed())
                .forEach(
                        level ->
                                choices.add(
                                        new PlaceChoice(
                                                level.code(),
                                                true,
                                                String.valueOf(level.number()),
                                                chosen.contains(level.code()))));
        for (SchoolClass each : classes) {
            String code = new OneClass(each.id()).code();
            choices.add(new PlaceChoice(code, false, each.name(), chosen.contains(code)));
        }
        return choices;
    }

    /** What is wrong with what was typed, the picture's bytes aside. */
    Violations problems(SaveInput input, boolean pictureThere) {
        Violations found =
                ofText("title", input.title(), NewsContent.LONGEST_TITLE)
                        .and(ofText("text", input.text(), NewsContent.LONGEST_TEXT))
                        .and(ofReaders(input))
                        .and(ofTimes(input));
        boolean picture = input.picture() != null || (pictureThere && !input.dropPicture());
        String alt = CleanText.ofLine(input.pictureAlt());
        if (picture && alt.isBlank()) {
            return found.and(problem("pictureAlt", "news.problem.alt.blank"));
        }
        return alt.length() > NewsContent.LONGEST_ALT
                ? found.and(problem("pictureAlt", "news.problem.long", NewsContent.LONGEST_ALT))
                : found;
    }

    private static Violations ofText(String field, @Nullable String typed, int most) {
        String clean = CleanText.ofLines(typed);
        if (clean.isBlank()) {
            return problem(field, "news.problem." + field + ".blank");
        }
        return clean.length() > most
                ? problem(field, "news.problem.long", most)
                : Violations.none();
    }

    private Violations ofReaders(SaveInput input) {
        Readership readership = readership(input);
        if (readership.profiles().isEmpty()) {
            return problem("profiles", "news.problem.profiles.none");
        }
        Set<String> known =
                places(Set.of()).stream().map(PlaceChoice::code).collect(Collectors.toSet());
        // Otherwise a news for a class that is no more would be one for the whole collège.
        boolean allKnown = known.containsAll(places(input));
        return allKnown && places(input).size() <= Readership.MOST_PLACES
                ? Violations.none()
                : problem("places", "news.problem.places");
    }

    private static Violations ofTimes(SaveInput input) {
        if (!Schedule.isPossible(input.from())) {
            return problem("from", "news.problem.day");
        }
        if (!Schedule.isPossible(input.until())) {
            return problem("until", "news.problem.day");
        }
        Optional<LocalTime> hour = Schedule.hour(input.hour());
        if (hour.isEmpty()) {
            return problem("hour", "news.problem.hour");
        }
        Schedule schedule = Schedule.of(input.from(), hour.get(), input.until());
        return schedule.start() == null || schedule.start().isBefore(schedule.end())
                ? Violations.none()
                : problem("until", "news.problem.until");
    }

    static Violations problem(String field, String key, Object... arguments) {
        return Violations.of(field, Wording.of(key, arguments));
    }

    private static Readership readership(SaveInput input) {
        return Readership.of(profiles(input), places(input));
    }

    /** What was typed, found to be right. */
    static NewsContent content(SaveInput input) {
        return new NewsContent(
                CleanText.ofLine(input.title()),
                CleanText.ofLines(input.text()),
                readership(input),
                Schedule.of(
                        input.from(),
                        Schedule.hour(input.hour()).orElse(LocalTime.MIDNIGHT),
                        input.until()),
                input.pinned(),
                input.forPublic(),
                CleanText.ofLine(input.pictureAlt()));
    }
}
