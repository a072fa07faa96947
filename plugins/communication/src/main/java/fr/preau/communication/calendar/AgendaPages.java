package fr.preau.communication.calendar;

import fr.preau.api.directory.Directory;
import fr.preau.api.page.PageOf;
import fr.preau.api.route.Caller;
import fr.preau.api.route.Refusal;
import fr.preau.api.school.Child;
import fr.preau.api.school.ClassId;
import fr.preau.api.school.Profile;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.api.school.SchoolClass;
import fr.preau.api.school.SchoolDay;
import fr.preau.api.text.FrenchDays;
import fr.preau.communication.calendar.Agenda.Found;
import fr.preau.communication.calendar.CalendarPage.Line;
import fr.preau.communication.calendar.Filters.ChildChoice;
import fr.preau.communication.wording.Wording;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pages of the calendar, made of what somebody sees of it. */
final class AgendaPages {

    private static final int LINES = 100;

    /** How far ahead is looked where no month is named. */
    private static final int DAYS_AHEAD = 30;

    private static final int LINES_OF_CARD = 5;

    /** What fits below a month on a sheet, and on a second one. */
    private static final int LINES_OF_SHEET = 70;

    private static final int TITLES_OF_DAY = 4;

    private final Agenda agenda;
    private final Directory directory;
    private final SchoolCalendar school;
    private final Clock clock;

    AgendaPages(Agenda agenda, Directory directory, SchoolCalendar school, Clock clock) {
        this.agenda = agenda;
        this.directory = directory;
        this.school = school;
        this.clock = clock;
    }

    /** Who looks with which filters. */
    private record Look(Viewer viewer, Filters filters) {}

    private Look look(Caller caller, CalendarInput input) {
        Viewer viewer = Viewer.of(caller, directory);
        Child child =
                viewer.children().stream()
                        .filter(each -> each.pupil().id().value().equals(input.child()))
                        .findFirst()
                        .orElse(null);
        if (input.child() != null && child == null) {
            throw Refusal.notFound();
        }
        List<ChildChoice> choices =
                viewer.children().size() < 2
                        ? List.of()
                        : viewer.children().stream()
                                .map(
                                        each ->
                                                new ChildChoice(
                                                        each.pupil().id().value(),
                                                        each.pupil().givenName()))
                                .toList();
        return new Look(
                child == null ? viewer : viewer.of(child),
                new Filters(
                        input.kinds(), input.child(), choices, caller.profile() == Profile.STAFF));
    }

    /**
     * The days that a list shows.
     *
     * @param month null where they are not a whole month
     * @param day null where they are more than one
     */
    private record Span(
            LocalDate first,
            LocalDate last,
            @Nullable YearMonth month,
            @Nullable LocalDate day,
            String said,
            String path) {}

    /** What comes next, or a month, as a list. */
    CalendarPage list(Caller caller, CalendarInput input) {
        LocalDate today = today();
        if (input.month() == null) {
            LocalDate last = today.plusDays(DAYS_AHEAD);
            String said =
                    Wording.of("calendar.span", FrenchDays.dayOfYear(today), FrenchDays.day(last));
            return list(caller, input, new Span(today, last, null, null, said, "/calendar"));
        }
        YearMonth month = input.monthOr(YearMonth.from(today));
        return list(
                caller,
                input,
                new Span(
                        month.atDay(1),
                        month.atEndOfMonth(),
                        month,
                        null,
                        FrenchDays.month(month),
                        "/calendar"));
    }

    /** One day as a list. */
    CalendarPage day(Caller caller, DayInput input) {
        LocalDate day = input.day();
        return list(
                caller,
                input.filters(),
                new Span(day, day, null, day, FrenchDays.day(day), "/calendar/days/" + day));
    }

    private CalendarPage list(Caller caller, CalendarInput input, Span span) {
        Look look = look(caller, input);
        Filters filters = look.filters();
        Found found =
                agenda.between(look.viewer(), span.first(), span.last(), filters.kinds().events());
        int skipped = (input.pageNumber() - 1) * LINES;
        List<Occurrence> shown =
                found.occurrences().stream().skip(skipped).limit(LINES + 1L).toList();
        return new CalendarPage(
                filters,
                span.month(),
                span.day(),
                YearMonth.from(span.first()),
                span.said(),
                filters.address(span.path(), span.month()),
                lines(look.viewer(), shown, span.first(), input.pageNumber()),
                holidays(span.first(), span.last()),
                school.on(span.last()).published(),
                found.all());
    }

    private PageOf<Line> lines(
            Viewer viewer, List<Occurrence> oneMore, LocalDate first, int number) {
        List<UUID> ofClasses =
                oneMore.stream()
                        .filter(each -> each.event().kind() == EventKind.CLASSES)
                        .map(each -> each.event().id())
                        .distinct()
                        .toList();
        Map<UUID, List<ClassId>> classes = agenda.classesOf(ofClasses);
        return PageOf.from(
                oneMore.stream()
                        .map(
                                each ->
                                        line(
                                                each,
                                                first,
                                                names(
                                                        viewer,
                                                        classes.getOrDefault(
                                                                each.event().id(), List.of()))))
                        .toList(),
                number,
                LINES);
    }

    /** What began before the days that are shown is listed under the first of them. */
    private static Line line(Occurrence time, LocalDate first, List<String> classes) {
        LocalDate begins = time.when().firstDay();
        LocalDate day = begins.isBefore(first) ? first : begins;
        return new Line(
                time.event().id(),
                begins,
                day,
                FrenchDays.dayOfYear(day),
                time.event().title(),
                time.event().kind(),
                Said.hours(time.when()),
                time.event().place(),
                classes,
                time.cancelled());
    }

    /** The names of those classes that the viewer has to do with. */
    List<String> names(Viewer viewer, List<ClassId> classes) {
        return viewer.classes().stream()
                .filter(each -> classes.contains(each.id()))
                .map(SchoolClass::name)
                .toList();
    }

    /** A month to be printed. */
    PrintPage print(Caller caller, CalendarInput input, String college) {
        Look look = look(caller, input);
        YearMonth month = input.monthOr(YearMonth.from(today()));
        LocalDate first = month.atDay(1);
        LocalDate last = month.atEndOfMonth();
        List<Occurrence> all =
                agenda.between(look.viewer(), first, last, look.filters().kinds().events())
                        .occurrences();
        List<Occurrence> shown = all.stream().limit(LINES_OF_SHEET).toList();
        return new PrintPage(
                college,
                month,
                FrenchDays.month(month),
                first.datesUntil(last.plusDays(1)).flatMap(day -> titles(day, all)).toList(),
                lines(look.viewer(), shown, first, 1).items(),
                all.size() - shown.size(),
                holidays(first, last));
    }

    private Stream<MonthPage.Day> titles(LocalDate day, List<Occurrence> all) {
        List<String> titles =
                all.stream()
                        .filter(each -> each.when().isOn(day) && !each.cancelled())
                        .map(each -> Abbreviation.of(each.event().title()))
                        .toList();
        List<String> said = new ArrayList<>();
        school.on(day).holidayName().ifPresent(said::add);
        titles.stream().limit(TITLES_OF_DAY).forEach(said::add);
        if (titles.size() > TITLES_OF_DAY) {
            said.add("+" + FrenchDays.NO_BREAK + (titles.size() - TITLES_OF_DAY));
        }
        return said.isEmpty()
                ? Stream.empty()
                : Stream.of(new MonthPage.Day(day, String.join(" · ", said), titles.size(), false));
    }

    /** The next seven days. */
    WeekCard week(Caller caller) {
        Viewer viewer = Viewer.of(caller, directory);
        LocalDate today = today();
        LocalDate last = today.plusDays(6);
        List<Occurrence> all =
                agenda.between(viewer, today, last, Kinds.ALL.events()).occurrences();
        List<WeekCard.Line> lines =
                all.stream()
                        .limit(LINES_OF_CARD)
                        .map(
                                each ->
                                        new WeekCard.Line(
                                                each.event().id(),
                                                each.when().firstDay(),
                                                each.event().title(),
                                                Said.near(each.when(), today),
                                                each.cancelled()))
                        .toList();
        return new WeekCard(lines, all.size() - lines.size(), holidays(today, last));
    }

    /** A month from Monday to Sunday. */
    MonthPage month(Caller caller, CalendarInput input) {
        Look look = look(caller, input);
        YearMonth month = input.monthOr(YearMonth.from(today()));
        LocalDate first = month.atDay(1);
        LocalDate last = month.atEndOfMonth();
        Found found = agenda.between(look.viewer(), first, last, look.filters().kinds().events());
        List<MonthPage.Day> days =
                first.datesUntil(last.plusDays(1))
                        .flatMap(day -> day(day, found.occurrences()))
                        .toList();
        return new MonthPage(
                look.filters(),
                month,
                days,
                holidays(first, last),
                school.on(last).published(),
                found.all());
    }

    private Stream<MonthPage.Day> day(LocalDate day, List<Occurrence> all) {
        List<Occurrence> events = all.stream().filter(each -> each.when().isOn(day)).toList();
        String holiday = school.on(day).holidayName().map(name -> brief(day, name)).orElse("");
        if (events.isEmpty()) {
            return holiday.isEmpty()
                    ? Stream.empty()
                    : Stream.of(new MonthPage.Day(day, holiday, 0, false));
        }
        String title = Abbreviation.of(events.get(0).event().title());
        return Stream.of(
                new MonthPage.Day(
                        day,
                        events.size() == 1
                                ? title
                                : Wording.of("calendar.note.more", title, events.size() - 1),
                        events.size(),
                        events.stream().allMatch(Occurrence::cancelled)));
    }

    /** Holidays are named on their first day, and on the first of a month. */
    private String brief(LocalDate day, String name) {
        SchoolDay there = school.on(day);
        boolean named =
                there.publicHoliday() != null
                        || there.holidays() == null
                        || there.holidays().first().equals(day)
                        || day.getDayOfMonth() == 1;
        return named ? name : Wording.of("calendar.note.holidays");
    }

    private List<String> holidays(LocalDate first, LocalDate last) {
        return new FreeDays(school).between(first, last);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SchoolCalendar.ZONE);
    }
}
