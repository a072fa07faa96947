package fr.preau.communication.appointments;

import fr.preau.api.directory.Directory;
import fr.preau.api.page.PageOf;
import fr.preau.api.route.Caller;
import fr.preau.api.school.Child;
import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import fr.preau.api.school.SchoolClass;
import fr.preau.communication.appointments.MeetingsPage.Line;
import fr.preau.communication.appointments.MeetingsPage.State;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The meetings that concern somebody: two statements for a page, and two more for a guardian who
 * has something booked.
 */
final class MeetingList {

    private static final int LINES = 20;

    /** Four children with each a dozen teachers; the page of the meeting has all of them. */
    private static final int MOST_AHEAD = 50;

    private final EntityManager entities;
    private final Directory directory;
    private final Clock clock;

    MeetingList(EntityManager entities, Directory directory, Clock clock) {
        this.entities = entities;
        this.directory = directory;
        this.clock = clock;
    }

    MeetingsPage page(Caller caller, int number) {
        boolean school = caller.profile() != Profile.GUARDIAN;
        List<Child> children = school ? List.of() : directory.childrenOf(caller.person());
        PageOf<Meeting> meetings = meetings(caller, children, number);
        boolean inCharge = SchoolRoles.isInCharge(caller);
        Map<UUID, UUID> own =
                school && !inCharge ? ownPlans(caller.person(), meetings.items()) : Map.of();
        List<Line> lines =
                meetings.items().stream().map(meeting -> line(meeting, school, own)).toList();
        return new MeetingsPage(
                new PageOf<>(lines, meetings.number(), meetings.more()),
                number == 1 ? next(caller.person(), children) : List.of(),
                inCharge,
                school,
                caller.profile() == Profile.STAFF);
    }

    private Line line(Meeting meeting, boolean school, Map<UUID, UUID> own) {
        UUID host = own.get(meeting.id());
        String ofSchool = host == null ? "/meetings/" + meeting.id() : "/hosts/" + host;
        return new Line(
                meeting.id(),
                meeting.title(),
                meeting.startsAt(),
                meeting.closesAt(),
                state(meeting),
                school ? ofSchool : "/meetings/" + meeting.id() + "/book");
    }

    private State state(Meeting meeting) {
        Instant now = clock.instant();
        if (meeting.isOver(now)) {
            return State.OVER;
        }
        if (meeting.isOpen(now)) {
            return State.OPEN;
        }
        return now.isBefore(meeting.opensAt()) ? State.SOON : State.CLOSED;
    }

    /** What the guardian has booked for these children, of whichever meeting. */
    private List<MeetingsCard.Line> next(PersonId guardian, List<Child> children) {
        if (children.isEmpty()) {
            return List.of();
        }
        List<NextBooking> ahead =
                entities.createNamedQuery("Booking.ahead", NextBooking.class)
                        .setParameter("guardian", guardian.value())
                        .setParameter("children", ids(children))
                        .setParameter("now", clock.instant())
                        .setMaxResults(MOST_AHEAD)
                        .getResultList();
        Set<PersonId> teachers =
                ahead.stream()
                        .map(each -> new PersonId(each.host().person()))
                        .collect(Collectors.toSet());
        Map<PersonId, Person> people = new HashMap<>();
        if (!teachers.isEmpty()) {
            people.putAll(directory.persons(teachers));
        }
        children.forEach(child -> people.put(child.pupil().id(), child.pupil()));
        return ahead.stream().map(each -> each.line(people)).toList();
    }

    private static List<UUID> ids(List<Child> children) {
        return children.stream().map(child -> child.pupil().id().value()).toList();
    }

    private PageOf<Meeting> meetings(Caller caller, List<Child> children, int number) {
        if (SchoolRoles.isInCharge(caller)) {
            return page(entities.createNamedQuery("Meeting.all", Meeting.class), number);
        }
        if (caller.profile() != Profile.GUARDIAN) {
            return page(
                    entities.createNamedQuery("Meeting.ofHost", Meeting.class)
                            .setParameter("person", caller.person().value()),
                    number);
        }
        if (children.isEmpty()) {
            return new PageOf<>(List.of(), number, false);
        }
        Set<String> classes =
                children.stream()
                        .flatMap(child -> child.classes().stream())
                        .map(SchoolClass::id)
                        .map(Object::toString)
                        .collect(Collectors.toSet());
        return page(
                entities.createNamedQuery("Meeting.forFamilies", Meeting.class)
                        // Never empty, for a list without members is no SQL.
                        .setParameter(
                                "classes", Stream.concat(Stream.of(""), classes.stream()).toList())
                        .setParameter("children", ids(children)),
                number);
    }

    /** Whoever only receives goes straight to their own plan. */
    private Map<UUID, UUID> ownPlans(PersonId person, List<Meeting> meetings) {
        return meetings.isEmpty()
                ? Map.of()
                : entities.createNamedQuery("MeetingHost.ofPerson", MeetingHost.class)
                        .setParameter("person", person.value())
                        .getResultStream()
                        .collect(Collectors.toMap(MeetingHost::meetingId, MeetingHost::id));
    }

    private static PageOf<Meeting> page(TypedQuery<Meeting> query, int number) {
        return PageOf.from(
                query.setFirstResult((number - 1) * LINES).setMaxResults(LINES + 1).getResultList(),
                number,
                LINES);
    }
}
