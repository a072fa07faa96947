package fr.preau.communication.appointments;

import fr.preau.api.directory.Directory;
import fr.preau.api.route.Caller;
import fr.preau.api.route.Refusal;
import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.communication.appointments.MeetingPage.HostLine;
import fr.preau.communication.appointments.PlanPage.HostPlan;
import fr.preau.communication.appointments.PlanPage.Line;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Meetings in words for the school; a bounded number of statements, however many hosts. */
final class Schools {

    private final EntityManager entities;
    private final Directory directory;

    Schools(EntityManager entities, Directory directory) {
        this.entities = entities;
        this.directory = directory;
    }

    /** A meeting that this person has to do with: in charge, or its author. */
    Meeting changeable(Caller caller, @Nullable UUID id) {
        Meeting meeting = id == null ? null : entities.find(Meeting.class, id);
        boolean own = meeting != null && meeting.createdBy().equals(caller.person().value());
        if (meeting == null || !(own || SchoolRoles.isInCharge(caller))) {
            throw Refusal.notFound();
        }
        return meeting;
    }

    /** A host whose plan this person may see and change: their own, or those in charge. */
    MeetingHost host(Caller caller, @Nullable UUID id) {
        MeetingHost host = id == null ? null : entities.find(MeetingHost.class, id);
        boolean own = host != null && host.person().equals(caller.person().value());
        if (host == null || !(own || SchoolRoles.isInCharge(caller))) {
            throw Refusal.notFound();
        }
        return host;
    }

    MeetingPage meeting(Caller caller, @Nullable UUID id) {
        Meeting meeting = changeable(caller, id);
        List<MeetingHost> hosts = hosts(meeting);
        Map<UUID, Long> counts =
                entities.createNamedQuery("Booking.counted", BookedCount.class)
                        .setParameter("meeting", meeting.id())
                        .getResultStream()
                        .collect(Collectors.toMap(BookedCount::host, BookedCount::bookings));
        Map<PersonId, Person> persons = persons(hosts.stream().map(MeetingHost::person));
        List<HostLine> lines = new ArrayList<>();
        for (MeetingHost host : byName(hosts, persons)) {
            lines.add(
                    new HostLine(
                            host.id(),
                            name(host.person(), persons),
                            host.present(),
                            host.place(),
                            counts.getOrDefault(host.id(), 0L),
                            meeting.slots(host).size()));
        }
        return new MeetingPage(
                meeting.id(),
                meeting.title(),
                meeting.startsAt(),
                meeting.endsAt(),
                meeting.opensAt(),
                meeting.closesAt(),
                meeting.kind() == Meeting.Kind.EVENING,
                true,
                lines);
    }

    PlanPage plan(Caller caller, @Nullable UUID id) {
        Meeting meeting = changeable(caller, id);
        return plan(meeting, hosts(meeting));
    }

    /** The plan of one host on paper. */
    PlanPage planOf(Caller caller, @Nullable UUID hostId) {
        MeetingHost host = host(caller, hostId);
        return plan(meetingOf(host), List.of(host));
    }

    private PlanPage plan(Meeting meeting, List<MeetingHost> hosts) {
        List<Booking> bookings =
                entities.createNamedQuery("Booking.ofMeeting", Booking.class)
                        .setParameter("meeting", meeting.id())
                        .getResultList();
        Map<PersonId, Person> persons =
                persons(
                        Stream.concat(
                                hosts.stream().map(MeetingHost::person),
                                bookings.stream().flatMap(Schools::people)));
        Map<UUID, List<Booking>> byHost =
                bookings.stream().collect(Collectors.groupingBy(Booking::host));
        return new PlanPage(
                meeting.id(),
                meeting.title(),
                meeting.startsAt(),
                byName(hosts, persons).stream()
                        .filter(MeetingHost::present)
                        .map(
                                host ->
                                        new HostPlan(
                                                name(host.person(), persons),
                                                host.place(),
                                                byHost.getOrDefault(host.id(), List.of()).stream()
                                                        .map(booking -> line(booking, persons))
                                                        .toList()))
                        .toList());
    }

    static Line line(Booking booking, Map<PersonId, Person> persons) {
        return new Line(
                ParisTime.said(booking.startsAt()),
                name(booking.child(), persons),
                booking.className(),
                booking.isOfNoGuardian() ? null : name(booking.guardian(), persons),
                booking.note());
    }

    Meeting meetingOf(MeetingHost host) {
        return Objects.requireNonNull(entities.find(Meeting.class, host.meetingId()));
    }

    private List<MeetingHost> hosts(Meeting meeting) {
        return entities.createNamedQuery("MeetingHost.ofMeeting", MeetingHost.class)
                .setParameter("meeting", meeting.id())
                .getResultList();
    }

    static Stream<UUID> people(Booking booking) {
        return Stream.of(booking.child(), booking.guardian());
    }

    Map<PersonId, Person> persons(Stream<UUID> people) {
        Collection<PersonId> ids = people.map(PersonId::new).collect(Collectors.toSet());
        return ids.isEmpty() ? Map.of() : directory.persons(ids);
    }

    static @Nullable String name(UUID id, Map<PersonId, Person> persons) {
        Person person = persons.get(new PersonId(id));
        return person == null ? null : person.displayName();
    }

    private static List<MeetingHost> byName(
            List<MeetingHost> hosts, Map<PersonId, Person> persons) {
        Function<MeetingHost, String> familyName =
                host -> {
                    Person person = persons.get(new PersonId(host.person()));
                    return person == null ? "" : person.familyName() + " " + person.givenName();
                };
        return hosts.stream()
                .sorted(Comparator.comparing(familyName, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }
}
