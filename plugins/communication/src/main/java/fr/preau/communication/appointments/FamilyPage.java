package fr.preau.communication.appointments;

import fr.preau.api.route.Violations;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as a guardian books it: all teachers of all of their children, on one page.
 *
 * @param state whether one may book now
 * @param booked what the guardian has, by time; nothing of the child's other guardian
 * @param elsewhere where the guardian is expected around that time, at other collèges
 * @param elsewhereKnown whether all of these have said so
 */
public record FamilyPage(
        UUID meeting,
        String title,
        Instant startsAt,
        Instant endsAt,
        Instant opensAt,
        Instant closesAt,
        int slotMinutes,
        State state,
        List<Appointment> booked,
        List<ChildPart> children,
        List<Expected> elsewhere,
        boolean elsewhereKnown,
        Violations violations) {

    public FamilyPage {
        booked = List.copyOf(booked);
        children = List.copyOf(children);
        elsewhere = List.copyOf(elsewhere);
    }

    /** Something at another collège, at times as people say them. */
    public record Expected(
            String college, String commune, String title, String from, String until) {}

    /** Where a meeting is in its life. */
    public enum State {
        SOON,
        OPEN,
        CLOSED;

        static State of(Meeting meeting, Instant now) {
            return now.isBefore(meeting.opensAt())
                    ? SOON
                    : now.isBefore(meeting.closesAt()) ? OPEN : CLOSED;
        }
    }

    /** Whether somebody is left to be seen, of whom « Proposer un plan » could make something. */
    public boolean canPropose() {
        return state == State.OPEN && !wishes().isEmpty();
    }

    /** Who is not booked yet and has a free slot. */
    public List<Wished> wishes() {
        return children.stream()
                .flatMap(
                        child ->
                                child.teachers().stream()
                                        .filter(teacher -> !teacher.free().isEmpty())
                                        .map(teacher -> new Wished(child, teacher)))
                .toList();
    }

    /** Somebody to be seen about a child. */
    public record Wished(ChildPart child, Teacher teacher) {}

    /**
     * A child and those who may be seen about it.
     *
     * @param classes as the school writes them
     */
    public record ChildPart(UUID id, String name, String classes, List<Teacher> teachers) {

        public ChildPart {
            teachers = List.copyOf(teachers);
        }
    }

    /**
     * Somebody who receives families.
     *
     * @param name null if the person has left the collège
     * @param present whether they take part
     * @param booked whether the reader has a meeting
     * @param placeGone whether the one place for this child is taken, by whom is not said
     * @param free slots that neither of both has anything else in, none where none may be booked
     */
    public record Teacher(
            UUID host,
            @Nullable String name,
            List<String> subjects,
            String place,
            boolean present,
            boolean booked,
            boolean placeGone,
            List<FreeSlot> free) {

        public Teacher {
            subjects = List.copyOf(subjects);
            free = List.copyOf(free);
        }
    }

    /**
     * @param minute the slot as forms name it
     * @param time as people say it
     */
    public record FreeSlot(int minute, String time) {

        static FreeSlot of(Slot slot) {
            return new FreeSlot(BookingDesk.minuteOf(slot), ParisTime.said(slot.start()));
        }
    }

    /**
     * A meeting that the guardian has.
     *
     * @param teacher null if the person has left the collège
     * @param by who has booked it
     * @param clashes whether the guardian is expected at another collège then, for both were booked
     *     in the same moment
     */
    public record Appointment(
            UUID booking,
            UUID host,
            Instant startsAt,
            String time,
            @Nullable String teacher,
            String child,
            String place,
            By by,
            boolean clashes) {}

    /** Who has booked. */
    public enum By {
        SELF,
        SCHOOL
    }
}
