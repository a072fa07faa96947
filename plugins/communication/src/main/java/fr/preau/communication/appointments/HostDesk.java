package fr.preau.communication.appointments;

import fr.preau.api.data.NewIds;
import fr.preau.api.directory.Directory;
import fr.preau.api.route.Caller;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Violations;
import fr.preau.api.school.Child;
import fr.preau.api.school.ClassId;
import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.SchoolClass;
import fr.preau.communication.appointments.Diary.Taking;
import fr.preau.communication.appointments.MeetingNotices.Change;
import fr.preau.communication.messages.CleanText;
import fr.preau.communication.wording.Wording;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a host, or the school for a host, changes in a plan: presence, slots that are kept free,
 * meetings for families that telephone.
 */
final class HostDesk {

    private final EntityManager entities;
    private final Directory directory;
    private final Schools schools;
    private final HostPlans plans;
    private final BookingDesk desk;
    private final MeetingNotices notices;
    private final Diary diary;
    private final NewIds ids;

    HostDesk(
            EntityManager entities,
            Directory directory,
            Schools schools,
            HostPlans plans,
            BookingDesk desk,
            MeetingNotices notices,
            NewIds ids) {
        this.entities = entities;
        this.directory = directory;
        this.schools = schools;
        this.plans = plans;
        this.desk = desk;
        this.notices = notices;
        this.diary = new Diary(entities);
        this.ids = ids;
    }

    /** The host takes part or not, from when to when, and where. */
    Violations attend(Caller caller, HostInput input) {
        MeetingHost host = held(caller, input);
        if (!Boolean.TRUE.equals(input.present())) {
            host.stayAway();
            return Violations.none();
        }
        Meeting meeting = schools.meetingOf(host);
        LocalDate day = ParisTime.day(meeting.startsAt());
        Optional<LocalTime> from = ParisTime.time(input.from());
        Optional<LocalTime> to = ParisTime.time(input.to());
        if (from.isEmpty() || to.isEmpty() || !from.get().isBefore(to.get())) {
            return problem("from", "appointments.problem.presence");
        }
        String place = CleanText.ofLine(input.place());
        if (place.length() > MeetingHost.LONGEST_PLACE) {
            return problem("place", "appointments.problem.place", MeetingHost.LONGEST_PLACE);
        }
        host.attend(new Slot(ParisTime.at(day, from.get()), ParisTime.at(day, to.get())), place);
        return Violations.none();
    }

    /** Keeps a slot free of families, or gives it back to them. */
    Violations block(Caller caller, HostInput input) {
        MeetingHost host = held(caller, input);
        Optional<Slot> slot = slot(host, input.slot());
        if (slot.isEmpty()) {
            return problem("slot", "appointments.problem.slot");
        }
        Optional<Block> there =
                entities.createNamedQuery("Block.ofHost", Block.class)
                        .setParameter("host", host.id())
                        .getResultStream()
                        .filter(block -> block.startsAt().equals(slot.get().start()))
                        .findFirst();
        if (there.isPresent()) {
            diary.release(List.of(there.get().id()));
            entities.remove(there.get());
            entities.flush();
            return Violations.none();
        }
        Block block = new Block(ids.next(), host, slot.get());
        if (!isFree(host, slot.get())) {
            return problem("slot", "appointments.problem.taken");
        }
        take(block.id(), List.of(new Taking(host.person(), slot.get(), 0)));
        entities.persist(block);
        entities.flush();
        return Violations.none();
    }

    /** Books for a family that telephoned, or that has no account; also when booking is closed. */
    Violations bookFor(Caller caller, HostInput input) {
        MeetingHost host = held(caller, input);
        Meeting meeting = schools.meetingOf(host);
        Optional<Person> pupil = pupil(host, input.child());
        if (pupil.isEmpty()) {
            return problem("child", "appointments.problem.child");
        }
        String note = CleanText.ofLine(input.note());
        if (note.length() > Booking.LONGEST_NOTE) {
            return problem("note", "appointments.problem.note", Booking.LONGEST_NOTE);
        }
        Optional<Slot> slot = slot(host, input.slot());
        if (slot.isEmpty()) {
            return problem("slot", "appointments.problem.slot");
        }
        Optional<Booking> there = bookingOf(host, pupil.get().id());
        if (there.isPresent()) {
            return there.get().startsAt().equals(slot.get().start())
                    ? Violations.none()
                    : problem("child", "appointments.problem.already.school");
        }
        Family family = family(pupil.get().id());
        List<Taking> takings = takings(meeting, host, family, slot.get());
        Slot around =
                new Slot(slot.get().start(), slot.get().end().plusSeconds(Meeting.LONGEST_WAY));
        if (!takings.stream()
                .allMatch(
                        diary.read(takings.stream().map(Taking::person).toList(), around)
                                ::isFree)) {
            return problem("slot", "appointments.problem.taken.school");
        }
        UUID id = ids.next();
        take(id, takings);
        BookedChild child = new BookedChild(pupil.get().id(), family.className(), note);
        Booking booking =
                new Booking(id, host, child, pupil.get().id(), caller.person(), slot.get());
        entities.persist(booking);
        entities.flush();
        notices.changed(booking, meeting, Change.BOOKED, caller.person());
        return Violations.none();
    }

    /** Takes a booking away. */
    void cancel(Caller caller, HostInput input) {
        MeetingHost host = held(caller, input);
        if (input.booking() == null) {
            throw Refusal.notFound();
        }
        desk.remove(desk.booking(host.id(), input.booking()), caller.person());
    }

    private MeetingHost held(Caller caller, HostInput input) {
        desk.hold(List.of(input.host()));
        return schools.host(caller, input.host());
    }

    private void take(UUID by, List<Taking> takings) {
        if (!diary.take(by, takings)) {
            throw BookingDesk.taken();
        }
    }

    private boolean isFree(MeetingHost host, Slot slot) {
        return diary.read(List.of(host.person()), slot).isFree(new Taking(host.person(), slot, 0));
    }

    private Optional<Slot> slot(MeetingHost host, @Nullable Integer minute) {
        return schools.meetingOf(host).slots(host).stream()
                .filter(slot -> minute != null && BookingDesk.minuteOf(slot) == minute)
                .findFirst();
    }

    private Optional<Person> pupil(MeetingHost host, @Nullable PersonId id) {
        return plans.pupils(host).stream().filter(pupil -> pupil.id().equals(id)).findFirst();
    }

    private Optional<Booking> bookingOf(MeetingHost host, PersonId child) {
        return entities.createNamedQuery("Booking.ofHost", Booking.class)
                .setParameter("host", host.id())
                .getResultStream()
                .filter(booking -> booking.child().equals(child.value()))
                .findFirst();
    }

    /** Whichever guardian comes, none of them is to be elsewhere. */
    private static List<Taking> takings(
            Meeting meeting, MeetingHost host, Family family, Slot slot) {
        return Stream.concat(
                        Stream.of(new Taking(host.person(), slot, 0)),
                        family.guardians().stream()
                                .map(
                                        guardian ->
                                                new Taking(
                                                        guardian.value(),
                                                        slot,
                                                        meeting.travelMinutes())))
                .toList();
    }

    /** The guardians of a pupil as the directory has them, and the pupil's class. */
    private record Family(Collection<PersonId> guardians, String className) {}

    private Family family(PersonId pupil) {
        List<SchoolClass> own = directory.classesOf(pupil);
        List<ClassId> classes = own.stream().map(SchoolClass::id).toList();
        List<PersonId> adults =
                classes.isEmpty()
                        ? List.of()
                        : directory.guardiansOf(classes).stream().map(Person::id).toList();
        Map<PersonId, List<Child>> children =
                adults.isEmpty() ? Map.of() : directory.childrenOfEach(adults);
        List<PersonId> guardians =
                children.entrySet().stream()
                        .filter(
                                family ->
                                        family.getValue().stream()
                                                .anyMatch(c -> c.pupil().id().equals(pupil)))
                        .map(Map.Entry::getKey)
                        .toList();
        String className = own.isEmpty() ? "" : own.get(0).name();
        return new Family(guardians, className.substring(0, Math.min(40, className.length())));
    }

    private static Violations problem(String field, String key, Object... arguments) {
        return Violations.of(field, Wording.of(key, arguments));
    }
}
