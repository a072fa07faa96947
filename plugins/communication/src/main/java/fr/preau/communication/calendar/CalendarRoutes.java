package fr.preau.communication.calendar;

import fr.preau.api.page.Screen;
import fr.preau.api.plugin.Card;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Route;
import fr.preau.communication.templates.StaticTemplates;
import java.util.List;

/** The addresses for looking at the calendar. */
final class CalendarRoutes {

    private final Callers callers;
    private final AgendaPages agenda;
    private final EventPages events;
    private final StaticTemplates templates = new StaticTemplates();

    CalendarRoutes(Callers callers, AgendaPages agenda, EventPages events) {
        this.callers = callers;
        this.agenda = agenda;
        this.events = events;
    }

    List<Route<?, ?>> routes() {
        return List.of(list(), month(), print(), day(), event());
    }

    Card<WeekCard> card() {
        return new Card<>(
                "week",
                WeekCard.class,
                request -> agenda.week(request.caller()),
                templates::weekCard);
    }

    private Route<CalendarInput, CalendarPage> list() {
        return Route.get("/calendar")
                .takes(CalendarInput.class)
                .shows(CalendarPage.class)
                .allows(callers)
                .drawnBy(
                        (page, context) ->
                                new Screen(
                                        context.text("calendar.title"),
                                        templates.calendar(page, context)))
                .handledBy((request, input) -> Answer.show(agenda.list(request.caller(), input)));
    }

    private Route<CalendarInput, MonthPage> month() {
        return Route.get("/calendar/month")
                .takes(CalendarInput.class)
                .shows(MonthPage.class)
                .allows(callers)
                .drawnBy(
                        (page, context) ->
                                new Screen(
                                        context.text("calendar.title"),
                                        templates.calendarMonth(page, context)))
                .handledBy((request, input) -> Answer.show(agenda.month(request.caller(), input)));
    }

    private Route<CalendarInput, PrintPage> print() {
        return Route.get("/calendar/print")
                .takes(CalendarInput.class)
                .shows(PrintPage.class)
                .allows(callers)
                .drawnBy(
                        (page, context) ->
                                new Screen(
                                        context.text("calendar.print.title", page.monthName()),
                                        templates.calendarPrint(page, context)))
                .handledBy(
                        (request, input) ->
                                Answer.show(
                                        agenda.print(
                                                request.caller(),
                                                input,
                                                request.college().name())));
    }

    private Route<DayInput, CalendarPage> day() {
        return Route.get("/calendar/days/{day}")
                .takes(DayInput.class)
                .shows(CalendarPage.class)
                .allows(callers)
                .drawnBy(
                        (page, context) ->
                                new Screen(page.span(), templates.calendar(page, context)))
                .handledBy((request, input) -> Answer.show(agenda.day(request.caller(), input)));
    }

    private Route<EventDay, EventPage> event() {
        return Route.get("/calendar/events/{event}")
                .takes(EventDay.class)
                .shows(EventPage.class)
                .allows(callers)
                .drawnBy(
                        (page, context) ->
                                new Screen(page.title(), templates.calendarEvent(page, context)))
                .handledBy(
                        (request, input) ->
                                Answer.show(
                                        events.page(request.caller(), input.event(), input.day())));
    }
}
