package fr.preau.communication.appointments;

import fr.preau.api.school.ClassId;
import fr.preau.api.school.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A meeting that can be opened: nothing is wrong with it. */
record MeetingPlan(
        String title,
        Slot whole,
        int slotMinutes,
        int pauseMinutes,
        int travelMinutes,
        Meeting.OnePer onePer,
        String place,
        Instant opensAt,
        Instant closesAt,
        Set<ClassId> classes,
        List<PersonId> pupils) {

    MeetingPlan {
        classes = Set.copyOf(classes);
        pupils = List.copyOf(pupils);
    }
}
