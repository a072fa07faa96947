package fr.preau.communication.appointments;

import fr.preau.api.document.Documents;
import fr.preau.api.files.Download;
import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.route.Violations;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import fr.preau.communication.appointments.BookingDesk.Outcome;
import fr.preau.communication.appointments.FamilyPage.Appointment;
import fr.preau.communication.templates.StaticTemplates;
import fr.preau.communication.wording.Wording;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The addresses for guardians: see who receives, book, have a plan proposed, move, cancel. */
final class FamilyRoutes {

    private static final Callers GUARDIANS = Callers.profiles(Profile.GUARDIAN);

    private final Families families;
    private final BookingDesk desk;
    private final Documents documents;
    private final StaticTemplates templates = new StaticTemplates();

    FamilyRoutes(Families families, BookingDesk desk, Documents documents) {
        this.families = families;
        this.desk = desk;
        this.documents = documents;
    }

    List<Route<?, ?>> routes() {
        return List.of(
                book(), press(), propose(), afterPropose(), print(), booking(), move(), cancel());
    }

    private Route<MeetingId, FamilyPage> book() {
        return Route.get("/meetings/{meeting}/book")
                .takes(MeetingId.class)
                .shows(FamilyPage.class)
                .allows(GUARDIANS)
                .drawnBy(this::draw)
                .handledBy(
                        (request, input) ->
                                Answer.show(page(request, input.meeting(), Violations.none())));
    }

    private Route<BookInput, FamilyPage> press() {
        return Route.post("/meetings/{meeting}/book")
                .takes(BookInput.class)
                .shows(FamilyPage.class)
                .allows(GUARDIANS)
                .drawnBy(this::draw)
                .whenInvalid(
                        (request, input, violations) -> page(request, input.meeting(), violations))
                .handledBy(this::press);
    }

    private Answer<FamilyPage> press(Request request, BookInput input) {
        UUID host = input.host();
        UUID child = input.child();
        Integer slot = input.slot();
        if (host == null || child == null || slot == null) {
            return again(request, input.meeting(), "appointments.problem.slot");
        }
        Outcome outcome = desk.book(request.caller().person(), input.meeting(), host, child, slot);
        return switch (outcome) {
            case TAKEN -> again(request, input.meeting(), "appointments.problem.taken");
            case THERE_ALREADY -> again(request, input.meeting(), "appointments.problem.already");
            case BOOKED -> done(request, input.meeting(), Wording.of("appointments.notice.booked"));
        };
    }

    private Route<ProposeInput, FamilyPage> propose() {
        return Route.post("/meetings/{meeting}/propose")
                .takes(ProposeInput.class)
                .shows(FamilyPage.class)
                .allows(GUARDIANS)
                .drawnBy(this::draw)
                .whenInvalid(
                        (request, input, violations) -> page(request, input.meeting(), violations))
                .handledBy(this::propose);
    }

    /** Who loads a refused wish again is led to what it is about. */
    private Route<MeetingId, FamilyPage> afterPropose() {
        return Route.get("/meetings/{meeting}/propose")
                .takes(MeetingId.class)
                .shows(FamilyPage.class)
                .allows(GUARDIANS)
                .drawnBy(this::draw)
                .handledBy(
                        (request, input) ->
                                Answer.done(
                                        page(request, input.meeting(), Violations.none()),
                                        "/meetings/" + input.meeting() + "/book"));
    }

    private Answer<FamilyPage> propose(Request request, ProposeInput input) {
        List<BookingDesk.Wish> wishes = input.wishes();
        if (wishes.isEmpty()) {
            return again(request, input.meeting(), "appointments.problem.wish");
        }
        int booked = desk.propose(request.caller().person(), input.meeting(), wishes);
        if (booked == 0) {
            return again(request, input.meeting(), "appointments.problem.noplan");
        }
        return done(
                request,
                input.meeting(),
                booked == wishes.size()
                        ? Wording.of("appointments.notice.plan", booked)
                        : Wording.of("appointments.notice.plan.part", booked, wishes.size()));
    }

    private Route<MeetingId, Download> print() {
        return Route.get("/meetings/{meeting}/family.pdf")
                .takes(MeetingId.class)
                .sendsFile()
                .allows(GUARDIANS)
                .handledBy(
                        (request, input) ->
                                Download.save(
                                        "rendez-vous.pdf",
                                        documents.pdf(
                                                PlanOnPaper.of(
                                                        page(
                                                                request,
                                                                input.meeting(),
                                                                Violations.none())))));
    }

    private Route<BookingInput, BookingPage> booking() {
        return Route.get("/hosts/{host}/bookings/{booking}")
                .takes(BookingInput.class)
                .shows(BookingPage.class)
                .allows(GUARDIANS)
                .drawnBy(this::drawBooking)
                .handledBy(
                        (request, input) ->
                                Answer.show(
                                        families.booking(
                                                person(request),
                                                input.host(),
                                                input.booking(),
                                                Violations.none())));
    }

    private Route<BookingInput, BookingPage> move() {
        return Route.post("/hosts/{host}/bookings/{booking}")
                .takes(BookingInput.class)
                .shows(BookingPage.class)
                .allows(GUARDIANS)
                .drawnBy(this::drawBooking)
                .whenInvalid(
                        (request, input, violations) ->
                                families.booking(
                                        person(request), input.host(), input.booking(), violations))
                .handledBy(this::move);
    }

    private Answer<BookingPage> move(Request request, BookingInput input) {
        Integer slot = input.slot();
        String problem = slot == null ? "appointments.problem.slot" : null;
        if (slot != null && !desk.move(person(request), input.host(), input.booking(), slot)) {
            problem = "appointments.problem.taken";
        }
        Violations violations = problem == null ? Violations.none() : of(problem);
        BookingPage page =
                families.booking(person(request), input.host(), input.booking(), violations);
        return problem == null
                ? Answer.done(
                        page,
                        "/meetings/" + page.meeting() + "/book",
                        Wording.of("appointments.notice.moved"))
                : Answer.tryAgain(page, violations);
    }

    private Route<BookingInput, FamilyPage> cancel() {
        return Route.post("/hosts/{host}/bookings/{booking}/cancel")
                .takes(BookingInput.class)
                .shows(FamilyPage.class)
                .allows(GUARDIANS)
                .drawnBy(this::draw)
                .handledBy(
                        (request, input) -> {
                            Booking cancelled =
                                    desk.cancel(person(request), input.host(), input.booking());
                            return done(
                                    request,
                                    cancelled.meeting(),
                                    Wording.of("appointments.notice.cancelled"));
                        });
    }

    private FamilyPage page(Request request, @Nullable UUID meeting, Violations violations) {
        if (meeting == null) {
            throw Refusal.notFound(); // its place in the address held no identity
        }
        return families.page(person(request), meeting, violations);
    }

    private Answer<FamilyPage> again(Request request, UUID meeting, String problem) {
        Violations violations = of(problem);
        return Answer.tryAgain(page(request, meeting, violations), violations);
    }

    private Answer<FamilyPage> done(Request request, UUID meeting, String notice) {
        return Answer.done(
                page(request, meeting, Violations.none()),
                "/meetings/" + meeting + "/book",
                notice);
    }

    private static Violations of(String problem) {
        return Violations.of("slot", Wording.of(problem));
    }

    private static PersonId person(Request request) {
        return request.caller().person();
    }

    private Screen draw(FamilyPage page, PageContext context) {
        return new Screen(page.title(), templates.familyMeeting(page, context));
    }

    private Screen drawBooking(BookingPage page, PageContext context) {
        Appointment appointment = page.appointment();
        String teacher = appointment.teacher();
        return new Screen(
                teacher == null ? page.title() : teacher, templates.familyBooking(page, context));
    }
}
