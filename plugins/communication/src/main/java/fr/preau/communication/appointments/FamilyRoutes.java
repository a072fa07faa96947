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
import fr.preau.api.school.Profile;
import fr.preau.communication.appointments.BookingDesk.Outcome;
import fr.preau.communication.appointments.FamilyPage.Appointment;
import fr.preau.communication.templates.StaticTemplates;
import fr.preau.communication.wording.Wording;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The addresses for guardians: see who receives, book, have a plan proposed, move, cancel. */
final class FamilyRoutes {

    private static final Callers GUARDIANS = Callers.profiles(Profile.GUARDIAN);

    private final Families families;
    private final BookingDesk desk;
    private final Documents documents;
    private final Clock clock;
    private final StaticTemplates templates = new StaticTemplates();

    FamilyRoutes(Families families, BookingDesk desk, Documents documents, Clock clock) {
        this.families = families;
        this.desk = desk;
        this.documents = documents;
        this.clock = clock;
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
                                Answer.show(
                                        page(
                                                guardian(request),
                                                input.meeting(),
                                                Violations.none())));
    }

    private Route<BookInput, FamilyPage> press() {
        return Route.post("/meetings/{meeting}/book")
                .takes(BookInput.class)
                .shows(FamilyPage.class)
                .allows(GUARDIANS)
                .drawnBy(this::draw)
                .whenInvalid(
                        (request, input, violations) ->
                                page(guardian(request), input.meeting(), violations))
                .handledBy(this::press);
    }

    private Answer<FamilyPage> press(Request request, BookInput input) {
        UUID host = input.host();
        UUID child = input.child();
        Integer slot = input.slot();
        Guardian guardian = guardian(request);
        if (host == null || child == null || slot == null) {
            return again(guardian, input.meeting(), "appointments.problem.slot");
        }
        Outcome outcome = desk.book(guardian, input.meeting(), host, child, slot);
        return switch (outcome) {
            case TAKEN -> again(guardian, input.meeting(), "appointments.problem.taken");
            case ELSEWHERE -> again(guardian, input.meeting(), "appointments.problem.elsewhere");
            case PLACE_GONE -> again(guardian, input.meeting(), "appointments.problem.placegone");
            case THERE_ALREADY -> again(guardian, input.meeting(), "appointments.problem.already");
            case BOOKED ->
                    done(guardian, input.meeting(), Wording.of("appointments.notice.booked"));
        };
    }

    private Route<ProposeInput, FamilyPage> propose() {
        return Route.post("/meetings/{meeting}/propose")
                .takes(ProposeInput.class)
                .shows(FamilyPage.class)
                .allows(GUARDIANS)
                .drawnBy(this::draw)
                .whenInvalid(
                        (request, input, violations) ->
                                page(guardian(request), input.meeting(), violations))
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
                                        page(guardian(request), input.meeting(), Violations.none()),
                                        "/meetings/" + input.meeting() + "/book"));
    }

    private Answer<FamilyPage> propose(Request request, ProposeInput input) {
        List<BookingDesk.Wish> wishes = input.wishes();
        Guardian guardian = guardian(request);
        if (wishes.isEmpty()) {
            return again(guardian, input.meeting(), "appointments.problem.wish");
        }
        int booked = desk.propose(guardian, input.meeting(), wishes);
        if (booked == 0) {
            return again(guardian, input.meeting(), "appointments.problem.noplan");
        }
        return done(
                guardian,
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
                                                                guardian(request),
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
                                                guardian(request),
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
                                        guardian(request),
                                        input.host(),
                                        input.booking(),
                                        violations))
                .handledBy(this::move);
    }

    private Answer<BookingPage> move(Request request, BookingInput input) {
        Integer slot = input.slot();
        String problem = slot == null ? "appointments.problem.slot" : null;
        Guardian guardian = guardian(request);
        if (slot != null && !desk.move(guardian, input.host(), input.booking(), slot)) {
            problem = "appointments.problem.taken";
        }
        Violations violations = problem == null ? Violations.none() : of(problem);
        BookingPage page = families.booking(guardian, input.host(), input.booking(), violations);
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
                            Guardian guardian = guardian(request);
                            Booking cancelled =
                                    desk.cancel(guardian, input.host(), input.booking());
                            return done(
                                    guardian,
                                    cancelled.meeting(),
                                    Wording.of("appointments.notice.cancelled"));
                        });
    }

    private FamilyPage page(Guardian guardian, @Nullable UUID meeting, Violations violations) {
        if (meeting == null) {
            throw Refusal.notFound(); // its place in the address held no identity
        }
        return families.page(guardian, meeting, violations);
    }

    private Answer<FamilyPage> again(Guardian guardian, UUID meeting, String problem) {
        Violations violations = of(problem);
        return Answer.tryAgain(page(guardian, meeting, violations), violations);
    }

    private Answer<FamilyPage> done(Guardian guardian, UUID meeting, String notice) {
        return Answer.done(
                page(guardian, meeting, Violations.none()),
                "/meetings/" + meeting + "/book",
                notice);
    }

    private static Violations of(String problem) {
        return Violations.of("slot", Wording.of(problem));
    }

    private Guardian guardian(Request request) {
        return Guardian.of(request, clock.instant());
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
