package fr.preau.communication.appointments;

import fr.preau.api.agenda.Engagement;
import fr.preau.api.directory.Directory;
import fr.preau.api.route.Refusal;
import fr.preau.api.school.Child;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.SchoolClass;
import fr.preau.communication.appointments.Diary.BusyTimes;
import fr.preau.communication.appointments.Diary.Taking;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as one guardian has it: every host of every child of theirs, with what is booked, and
 * the slots that are free for both the host and the guardian, here and at other collèges.
 *
 * @param offers in the order of children, then of hosts
 * @param bookings of the guardian's at this meeting, by time; nobody else's
 */
record FamilyView(Meeting meeting, Guardian guardian, List<Offer> offers, List<Booking> bookings) {

    /**
     * A host whom a guardian may see about a child.
     *
     * @param booked the guardian's own meeting, if there is one
     * @param placeGone whether the one place for this child is somebody else's
     */
    record Offer(
            MeetingHost host,
            Child child,
            List<Slot> free,
            @Nullable Booking booked,
            boolean placeGone) {

        /** Whether the guardian may have a meeting that they have not. */
        boolean isOpen() {
            return booked == null && !placeGone;
        }

        boolean is(UUID hostId, UUID childId) {
            return host.id().equals(hostId) && child.pupil().id().value().equals(childId);
        }
    }

    /** What this guardian may see this host about, if anything. */
    Optional<Offer> offer(UUID host, UUID child) {
        return offers.stream().filter(offer -> offer.is(host, child)).findFirst();
    }

    /** Reads it: five statements, six for somebody's own hours. */
    static FamilyView read(
            EntityManager entities, Directory directory, Guardian guardian, UUID meetingId) {
        Meeting meeting = entities.find(Meeting.class, meetingId);
        if (meeting == null) {
            throw Refusal.notFound();
        }
        List<Child> children = directory.childrenOf(guardian.person());
        Reading reading = new Reading(entities, meeting, guardian);
        Map<Child, Set<MeetingHost>> hosts = reading.hosts(children);
        if (hosts.isEmpty()) {
            throw Refusal.notFound();
        }
        return reading.view(hosts);
    }

    /** One read of the tables. */
    private record Reading(EntityManager entities, Meeting meeting, Guardian guardian) {

        /** The hosts of each child; children whom nobody receives are left out. */
        Map<Child, Set<MeetingHost>> hosts(List<Child> children) {
            Set<String> classes =
                    children.stream()
                            .flatMap(FamilyView::classIds)
                            .collect(Collectors.toCollection(TreeSet::new));
            Map<Child, Set<MeetingHost>> hosts = new LinkedHashMap<>();
            if (!classes.isEmpty()) {
                List<HostOfClass> rows = hostsOf(classes);
                for (Child child : children) {
                    Set<String> own = classIds(child).collect(Collectors.toSet());
                    rows.stream()
                            .filter(row -> own.contains(row.schoolClass()))
                            .forEach(row -> hostsOf(hosts, child).add(row.host()));
                }
            }
            if (meeting.kind() == Meeting.Kind.SLOTS && !children.isEmpty()) {
                addInvited(children, hosts);
            }
            return hosts;
        }

        private static Set<MeetingHost> hostsOf(Map<Child, Set<MeetingHost>> hosts, Child child) {
            return hosts.computeIfAbsent(
                    child, each -> new TreeSet<>(Comparator.comparing(MeetingHost::id)));
        }

        private List<HostOfClass> hostsOf(Collection<String> classes) {
            return entities.createNamedQuery("MeetingHost.ofClasses", HostOfClass.class)
                    .setParameter("meeting", meeting.id())
                    .setParameter("classes", List.copyOf(classes))
                    .getResultList();
        }

        private void addInvited(List<Child> children, Map<Child, Set<MeetingHost>> hosts) {
            List<UUID> invited =
                    entities.createNamedQuery("Invited.children", UUID.class)
                            .setParameter("meeting", meeting.id())
                            .setParameter("children", ids(children))
                            .getResultList();
            List<Child> missing =
                    children.stream()
                            .filter(child -> invited.contains(child.pupil().id().value()))
                            .filter(child -> !hosts.containsKey(child))
                            .toList();
            if (!missing.isEmpty()) {
                List<MeetingHost> all =
                        entities.createNamedQuery("MeetingHost.ofMeeting", MeetingHost.class)
                                .setParameter("meeting", meeting.id())
                                .getResultList();
                missing.forEach(child -> hostsOf(hosts, child).addAll(all));
            }
        }

        FamilyView view(Map<Child, Set<MeetingHost>> hosts) {
            List<Booking> bookings =
                    entities.createNamedQuery("Booking.ofChildren", Booking.class)
                            .setParameter("meeting", meeting.id())
                            .setParameter("children", ids(hosts.keySet()))
                            .getResultList();
            BusyTimes busy = new Diary(entities).read(people(hosts), whole());
            List<Offer> offers = new ArrayList<>();
            hosts.forEach(
                    (child, theirs) ->
                            theirs.forEach(host -> offers.add(offer(host, child, bookings, busy))));
            return new FamilyView(
                    meeting, guardian, offers, bookings.stream().filter(this::isOwn).toList());
        }

        private Offer offer(MeetingHost host, Child child, List<Booking> bookings, BusyTimes busy) {
            List<Booking> there =
                    bookings.stream()
                            .filter(each -> each.host().equals(host.id()))
                            .filter(each -> each.child().equals(child.pupil().id().value()))
                            .toList();
            Booking booked = there.stream().filter(this::isOwn).findFirst().orElse(null);
            boolean placeGone =
                    meeting.onePer() == Meeting.OnePer.CHILD && booked == null && !there.isEmpty();
            List<Slot> free =
                    meeting.slots(host).stream()
                            .filter(guardian::canCome)
                            .filter(
                                    slot ->
                                            takings(meeting, host, guardian.person(), slot).stream()
                                                    .allMatch(busy::isFree))
                            .toList();
            return new Offer(host, child, free, booked, placeGone);
        }

        private boolean isOwn(Booking booking) {
            return booking.isOfGuardian(guardian.person());
        }

        private List<UUID> people(Map<Child, Set<MeetingHost>> hosts) {
            return Stream.concat(
                            Stream.of(guardian.person().value()),
                            hosts.values().stream().flatMap(Set::stream).map(MeetingHost::person))
                    .distinct()
                    .toList();
        }

        /** With the way to somewhere else after it. */
        private Slot whole() {
            return new Slot(
                    meeting.startsAt(),
                    meeting.endsAt().plusSeconds(meeting.travelMinutes() * 60L));
        }
    }

    /** What keeps the guardian at other collèges around the time of this meeting. */
    List<Engagement> elsewhere() {
        return guardian.near(new Slot(meeting.startsAt(), meeting.endsAt()));
    }

    /** The time that a meeting takes of both. */
    static List<Taking> takings(Meeting meeting, MeetingHost host, PersonId guardian, Slot slot) {
        return List.of(
                new Taking(host.person(), slot, 0),
                new Taking(guardian.value(), slot, meeting.travelMinutes()));
    }

    private static List<UUID> ids(Collection<Child> children) {
        return children.stream().map(child -> child.pupil().id().value()).toList();
    }

    private static Stream<String> classIds(Child child) {
        return child.classes().stream().map(SchoolClass::id).map(Objects::toString);
    }
}
