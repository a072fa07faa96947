package fr.preau.communication.appointments;

import fr.preau.api.directory.Directory;
import fr.preau.api.page.Choice;
import fr.preau.api.route.Caller;
import fr.preau.api.route.Violations;
import fr.preau.api.school.ClassId;
import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.communication.appointments.Diary.BusyTimes;
import fr.preau.communication.appointments.Diary.Taking;
import fr.preau.communication.appointments.HostPage.SlotLine;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The plan of one host in words: ten statements, however many families come. */
final class HostPlans {

    private final EntityManager entities;
    private final Directory directory;
    private final Schools schools;

    HostPlans(EntityManager entities, Directory directory, Schools schools) {
        this.entities = entities;
        this.directory = directory;
        this.schools = schools;
    }

    HostPage page(
            Caller caller, @Nullable UUID hostId, @Nullable String note, Violations violations) {
        MeetingHost host = schools.host(caller, hostId);
        Meeting meeting = schools.meetingOf(host);
        List<Booking> bookings =
                entities.createNamedQuery("Booking.ofHost", Booking.class)
                        .setParameter("host", host.id())
                        .getResultList();
        Map<PersonId, Person> persons =
                schools.persons(
                        Stream.concat(
                                Stream.of(host.person()),
                                bookings.stream().flatMap(Schools::people)));
        return new HostPage(
                meeting.id(),
                host.id(),
                meeting.title(),
                meeting.startsAt(),
                Schools.name(host.person(), persons),
                host.person().equals(caller.person().value()),
                host.present(),
                ParisTime.timeField(host.from()),
                ParisTime.timeField(host.to()),
                host.place(),
                slots(meeting, host, bookings, persons),
                families(host).stream()
                        .map(each -> new Choice(each.code(), each.said(), false))
                        .toList(),
                Objects.requireNonNullElse(note, ""),
                violations);
    }

    private List<SlotLine> slots(
            Meeting meeting,
            MeetingHost host,
            List<Booking> bookings,
            Map<PersonId, Person> persons) {
        Set<Instant> blocked =
                entities.createNamedQuery("Block.ofHost", Block.class)
                        .setParameter("host", host.id())
                        .getResultStream()
                        .map(Block::startsAt)
                        .collect(Collectors.toSet());
        BusyTimes busy =
                new Diary(entities)
                        .read(
                                List.of(host.person()),
                                new Slot(meeting.startsAt(), meeting.endsAt()));
        Map<Instant, SlotLine> lines = new TreeMap<>();
        for (Slot slot : meeting.slots(host)) {
            boolean free = busy.isFree(new Taking(host.person(), slot, 0));
            HostPage.State state =
                    free
                            ? HostPage.State.FREE
                            : blocked.contains(slot.start())
                                    ? HostPage.State.BLOCKED
                                    : HostPage.State.ELSEWHERE;
            lines.put(slot.start(), empty(slot, state));
        }
        // Also those outside of when the host is there now: they are not to be forgotten.
        bookings.forEach(booking -> lines.put(booking.startsAt(), booked(booking, persons)));
        return List.copyOf(lines.values());
    }

    private static SlotLine empty(Slot slot, HostPage.State state) {
        return new SlotLine(
                BookingDesk.minuteOf(slot),
                ParisTime.said(slot.start()),
                state,
                null,
                null,
                "",
                null,
                "");
    }

    private static SlotLine booked(Booking booking, Map<PersonId, Person> persons) {
        PlanPage.Line line = Schools.line(booking, persons);
        return new SlotLine(
                BookingDesk.minuteOf(booking.slot()),
                line.time(),
                HostPage.State.BOOKED,
                booking.id(),
                line.child(),
                line.className(),
                line.guardian(),
                line.note());
    }

    /** The pupils of the host's classes, each with each guardian, for whom the school may book. */
    List<Received> families(MeetingHost host) {
        List<ClassId> classes =
                entities.createNamedQuery("MeetingClass.ofHost", String.class)
                        .setParameter("host", host.id())
                        .getResultStream()
                        .flatMap(HostPlans::classId)
                        .toList();
        if (!classes.isEmpty()) {
            return families(directory.pupilsOf(classes), directory.guardiansOf(classes));
        }
        List<Invited> invited =
                entities.createNamedQuery("Invited.ofMeeting", Invited.class)
                        .setParameter("meeting", host.meetingId())
                        .getResultList();
        return families(
                byName(invited.stream().map(Invited::child)),
                byName(invited.stream().map(Invited::guardian)));
    }

    /** As the directory has them now: who was a guardian when the meeting opened may be none. */
    private List<Received> families(List<Person> pupils, List<Person> guardians) {
        List<PersonId> adults = guardians.stream().map(Person::id).toList();
        return Received.of(
                pupils, guardians, adults.isEmpty() ? Map.of() : directory.childrenOfEach(adults));
    }

    private List<Person> byName(Stream<UUID> people) {
        return schools.persons(people).values().stream()
                .sorted(Comparator.comparing(Person::familyName).thenComparing(Person::givenName))
                .toList();
    }

    private static Stream<ClassId> classId(String stored) {
        try {
            return Stream.of(ClassId.of(stored));
        } catch (IllegalArgumentException e) {
            return Stream.of(); // no class has this identity
        }
    }
}
