package fr.preau.communication.appointments;

import fr.preau.api.data.NewIds;
import fr.preau.api.directory.Directory;
import fr.preau.api.route.Caller;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Violations;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.SchoolClass;
import fr.preau.communication.appointments.Diary.Taking;
import fr.preau.communication.appointments.MeetingNotices.Change;
import fr.preau.communication.messages.CleanText;
import fr.preau.communication.wording.Wording;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
        if (input.present() == null) {
            return problem("present", "appointments.problem.present");
        }
        if (!input.present()) {
            host.stayAway();
            // Nobody comes for somebody who is not there: each family is told.
            entities.createNamedQuery("Booking.ofHost", Booking.class)
                    .setParameter("host", host.id())
                    .getResultList()
                    .forEach(booking -> desk.remove(booking, caller.person()));
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
        Optional<Received> received = received(host, input.family());
        if (received.isEmpty()) {
            return problem("family", "appointments.problem.child");
        }
        String note = CleanText.ofLine(input.note());
        if (note.length() > Booking.LONGEST_NOTE) {
            return problem("note", "appointments.problem.note", Booking.LONGEST_NOTE);
        }
        Optional<Slot> slot = slot(host, input.slot());
        if (slot.isEmpty()) {
            return problem("slot", "appointments.problem.slot");
        }
        Optional<Booking> there = bookingOf(meeting, host, received.get());
        return there.isPresent()
                ? already(there.get(), received.get(), slot.get())
                : book(caller, host, received.get(), slot.get(), note);
    }

    private static Violations already(Booking there, Received received, Slot slot) {
        return there.startsAt().equals(slot.start()) && there.isOfGuardian(received.owner())
                ? Violations.none()
                : problem("family", "appointments.problem.already.school");
    }

    private Violations book(
            Caller caller, MeetingHost host, Received received, Slot slot, String note) {
        Meeting meeting = schools.meetingOf(host);
        List<Taking> takings = takings(meeting, host, received, slot);
        Slot around = new Slot(slot.start(), slot.end().plusSeconds(Meeting.LONGEST_WAY));
        if (!takings.stream()
                .allMatch(
                        diary.read(takings.stream().map(Taking::person).toList(), around)
                                ::isFree)) {
            return problem("slot", "appointments.problem.taken.school");
        }
        UUID id = ids.next();
        take(id, takings);
        PersonId pupil = received.pupil().id();
        BookedChild child = new BookedChild(pupil, className(pupil), note);
        Booking booking =
                new Booking(id, meeting, host, child, received.owner(), caller.person(), slot);
        new Places(entities).take(booking);
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

    private Optional<Received> received(MeetingHost host, @Nullable String code) {
        return plans.families(host).stream().filter(each -> each.code().equals(code)).findFirst();
    }

    /** What the guardian has with the host already, or whoever has the one place of the child. */
    private Optional<Booking> bookingOf(Meeting meeting, MeetingHost host, Received received) {
        return entities.createNamedQuery("Booking.ofHost", Booking.class)
                .setParameter("host", host.id())
                .getResultStream()
                .filter(booking -> booking.child().equals(received.pupil().id().value()))
                .filter(
                        booking ->
                                meeting.onePer() == Meeting.OnePer.CHILD
                                        || booking.isOfGuardian(received.owner()))
                .findFirst();
    }

    /** Who is received is not to be elsewhere; of somebody without an account nothing is known. */
    private static List<Taking> takings(
            Meeting meeting, MeetingHost host, Received received, Slot slot) {
        return received.guardian() == null
                ? List.of(new Taking(host.person(), slot, 0))
                : FamilyView.takings(meeting, host, received.owner(), slot);
    }

    private String className(PersonId pupil) {
        List<SchoolClass> own = directory.classesOf(pupil);
        String name = own.isEmpty() ? "" : own.get(0).name();
        return name.substring(0, Math.min(40, name.length()));
    }

    private static Violations problem(String field, String key, Object... arguments) {
        return Violations.of(field, Wording.of(key, arguments));
    }
}
