package fr.preau.communication.appointments;

import fr.preau.api.data.NewIds;
import fr.preau.api.directory.Directory;
import fr.preau.api.route.Refusal;
import fr.preau.api.school.Child;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.SchoolClass;
import fr.preau.communication.appointments.FamilyView.Offer;
import fr.preau.communication.appointments.MeetingNotices.Change;
import fr.preau.communication.wording.Wording;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Books, moves and cancels what a guardian has with hosts.
 *
 * <p>The hosts' rows are taken hold of first, always in one order, before anything else is read: so
 * who comes second waits, then reads what the first has booked, and is shown what is still free.
 * Where something was read before, as the children of a guardian, who waited may still read what
 * was; then the keys of the tables refuse what is taken. What two of one family do at the same
 * moment with two hosts is kept apart by the {@link Diary}.
 */
final class BookingDesk {

    private final EntityManager entities;
    private final Directory directory;
    private final Diary diary;
    private final MeetingNotices notices;
    private final NewIds ids;
    private final Clock clock;

    BookingDesk(
            EntityManager entities,
            Directory directory,
            MeetingNotices notices,
            NewIds ids,
            Clock clock) {
        this.entities = entities;
        this.directory = directory;
        this.diary = new Diary(entities);
        this.notices = notices;
        this.ids = ids;
        this.clock = clock;
    }

    /** What became of a wish. */
    enum Outcome {
        BOOKED,
        /** Somebody was quicker, or the guardian has something else. */
        TAKEN,
        /** The guardian is expected at another collège. */
        ELSEWHERE,
        /** The guardian has a meeting with this host about the child already. */
        THERE_ALREADY,
        /** The one place for this child is taken, by whom and when is not said. */
        PLACE_GONE
    }

    /** Books a slot for a child of the guardian. */
    Outcome book(Guardian guardian, UUID meeting, UUID hostId, UUID childId, int minute) {
        hold(List.of(hostId));
        FamilyView view = openFor(guardian, meeting);
        Offer offer = view.offer(hostId, childId).orElseThrow(Refusal::notFound);
        Booking before = offer.booked();
        if (before != null) {
            return minuteOf(before.slot()) == minute ? Outcome.BOOKED : Outcome.THERE_ALREADY;
        }
        if (offer.placeGone()) {
            return Outcome.PLACE_GONE;
        }
        Optional<Slot> slot = freeAt(offer, minute);
        if (slot.isEmpty()) {
            return isElsewhere(view, offer, minute) ? Outcome.ELSEWHERE : Outcome.TAKEN;
        }
        write(view, offer, slot.get());
        return Outcome.BOOKED;
    }

    private static boolean isElsewhere(FamilyView view, Offer offer, int minute) {
        return view.meeting().slots(offer.host()).stream()
                .filter(slot -> minuteOf(slot) == minute)
                .anyMatch(slot -> !view.guardian().canCome(slot));
    }

    /**
     * Books all wished hosts as well as it can be done.
     *
     * @param wishes host and child
     * @return how many were booked
     */
    int propose(Guardian guardian, UUID meeting, Collection<Wish> wishes) {
        hold(wishes.stream().map(Wish::host).distinct().toList());
        FamilyView view = openFor(guardian, meeting);
        List<Offer> wanted =
                wishes.stream()
                        .distinct()
                        .flatMap(wish -> view.offer(wish.host(), wish.child()).stream())
                        .filter(Offer::isOpen)
                        .toList();
        List<Proposal.Chosen> chosen = new Proposal(view.meeting().travelMinutes()).plan(wanted);
        chosen.forEach(each -> write(view, each.offer(), each.slot()));
        return chosen.size();
    }

    /** Moves a booking to another slot of its host; false when that one is not free. */
    boolean move(Guardian guardian, UUID hostId, UUID bookingId, int minute) {
        hold(List.of(hostId));
        Booking booking = booking(hostId, bookingId);
        Offer offer = own(guardian, booking);
        if (minuteOf(booking.slot()) == minute) {
            return true;
        }
        diary.release(List.of(bookingId));
        // Read again: its own old time, and the way after it, are free now.
        FamilyView without = FamilyView.read(entities, directory, guardian, booking.meeting());
        Optional<Slot> slot =
                without.offer(hostId, booking.child()).flatMap(free -> freeAt(free, minute));
        if (slot.isEmpty()) {
            take(without.meeting(), bookingId, offer.host(), guardian.person(), booking.slot());
            return false;
        }
        take(without.meeting(), bookingId, offer.host(), guardian.person(), slot.get());
        booking.move(slot.get());
        entities.flush();
        notices.changed(booking, without.meeting(), Change.MOVED, guardian.person());
        return true;
    }

    /** Cancels a booking of the guardian's. */
    Booking cancel(Guardian guardian, UUID hostId, UUID bookingId) {
        hold(List.of(hostId));
        Booking booking = booking(hostId, bookingId);
        own(guardian, booking);
        remove(booking, guardian.person());
        return booking;
    }

    /** What a booking is about, if it is the guardian's own and may still be changed. */
    private Offer own(Guardian guardian, Booking booking) {
        return openFor(guardian, booking.meeting())
                .offer(booking.host(), booking.child())
                .filter(offer -> booking.isOfGuardian(guardian.person()))
                .orElseThrow(Refusal::notFound);
    }

    /** Takes a booking away, whoever asks. */
    void remove(Booking booking, PersonId by) {
        Meeting meeting = entities.find(Meeting.class, booking.meeting());
        if (meeting != null) {
            notices.changed(booking, meeting, Change.CANCELLED, by);
        }
        diary.release(List.of(booking.id()));
        entities.remove(booking);
        entities.flush();
    }

    /** Takes hold of hosts; nobody else books with them until this is committed. */
    void hold(Collection<UUID> hosts) {
        hosts.stream()
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .forEach(
                        host ->
                                entities.find(
                                        MeetingHost.class, host, LockModeType.PESSIMISTIC_WRITE));
    }

    /**
     * @param guardian whose time it takes
     * @throws Refusal if the time was taken meanwhile; then nothing of it stays
     */
    void take(Meeting meeting, UUID by, MeetingHost host, PersonId guardian, Slot slot) {
        if (!diary.take(by, FamilyView.takings(meeting, host, guardian, slot))) {
            throw taken();
        }
    }

    /** The same guardian was quicker, somewhere else. */
    static Refusal taken() {
        return new Refusal(
                409,
                "slot-taken",
                Wording.of("appointments.taken.title"),
                Wording.of("appointments.taken.detail"));
    }

    private void write(FamilyView view, Offer offer, Slot slot) {
        PersonId guardian = view.guardian().person();
        UUID id = ids.next();
        take(view.meeting(), id, offer.host(), guardian, slot);
        Booking booking =
                new Booking(
                        id,
                        view.meeting(),
                        offer.host(),
                        booked(offer.child()),
                        guardian,
                        guardian,
                        slot);
        new Places(entities).take(booking);
        notices.changed(booking, view.meeting(), Change.BOOKED, guardian);
    }

    private static BookedChild booked(Child child) {
        String classes =
                String.join(", ", child.classes().stream().map(SchoolClass::name).toList());
        return new BookedChild(
                child.pupil().id(), classes.substring(0, Math.min(40, classes.length())), "");
    }

    /** A booking of this host, whose row is held. */
    Booking booking(UUID host, UUID id) {
        Booking booking = entities.find(Booking.class, id);
        if (booking == null || !booking.host().equals(host)) {
            throw Refusal.notFound();
        }
        return booking;
    }

    private FamilyView openFor(Guardian guardian, UUID meeting) {
        FamilyView view = FamilyView.read(entities, directory, guardian, meeting);
        if (!view.meeting().isOpen(clock.instant())) {
            throw new Refusal(
                    409,
                    "booking-closed",
                    Wording.of("appointments.closed.title"),
                    Wording.of("appointments.closed.detail"));
        }
        return view;
    }

    private static Optional<Slot> freeAt(Offer offer, int minute) {
        return offer.free().stream().filter(slot -> minuteOf(slot) == minute).findFirst();
    }

    /** A slot as forms name it. */
    static int minuteOf(Slot slot) {
        return (int) (slot.start().getEpochSecond() / 60);
    }

    /** A host whom a guardian wants to see about a child. */
    record Wish(UUID host, UUID child) {}
}
