package fr.preau.communication.appointments;

import fr.preau.api.route.Violations;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The form that opens a meeting, with what was typed.
 *
 * @param own whether it is about one's own hours, not about an evening of all teachers
 * @param levels of these classes, none where the names of classes say none
 * @param pupils of the class that is shown, to be asked by name; empty for an evening
 * @param shownClass whose pupils these are, empty for none
 * @param madeAt where the meeting is, below the module, once it is open
 */
public record MeetingFormPage(
        UUID key,
        boolean own,
        String title,
        String day,
        String from,
        String to,
        int slot,
        int pause,
        int travel,
        Meeting.OnePer onePer,
        String place,
        String opens,
        String closes,
        List<Option> levels,
        List<Option> classes,
        List<Option> pupils,
        String shownClass,
        Violations violations,
        @Nullable String madeAt) {

    public MeetingFormPage {
        levels = List.copyOf(levels);
        classes = List.copyOf(classes);
        pupils = List.copyOf(pupils);
    }

    /** A level, a class or a pupil to tick. */
    public record Option(String id, String name, boolean chosen) {}

    /** What is wrong with a field, if anything. */
    public @Nullable String problem(String field) {
        return violations.of(field).orElse(null);
    }

    MeetingFormPage made(String location) {
        return new MeetingFormPage(
                key,
                own,
                title,
                day,
                from,
                to,
                slot,
                pause,
                travel,
                onePer,
                place,
                opens,
                closes,
                levels,
                classes,
                pupils,
                shownClass,
                violations,
                location);
    }
}
