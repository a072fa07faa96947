package fr.preau.communication.appointments;

import fr.preau.api.school.ClassId;
import fr.preau.api.school.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as it was typed; times are those of Paris.
 *
 * @param slot minutes of a slot
 * @param pause minutes between two slots
 * @param travel minutes that a family needs from one room to the next
 * @param onePer for whom each host has one place
 * @param levels as in {@code 6e}: all classes of a level
 * @param pupils whose guardians are asked by name, for one's own hours only
 * @param in the class whose pupils are shown to choose from
 * @param key the hidden key of the form, which becomes the meeting's identity
 */
public record MeetingInput(
        @Nullable String title,
        @Nullable LocalDate day,
        @Nullable String from,
        @Nullable String to,
        @Nullable Integer slot,
        @Nullable Integer pause,
        @Nullable Integer travel,
        Meeting.@Nullable OnePer onePer,
        @Nullable String place,
        @Nullable String opens,
        @Nullable String closes,
        @Nullable List<String> levels,
        @Nullable List<ClassId> classes,
        @Nullable List<PersonId> pupils,
        @Nullable ClassId in,
        @Nullable UUID key) {

    static final MeetingInput NOTHING =
            new MeetingInput(
                    null, null, null, null, null, null, null, null, null, null, null, null, null,
                    null, null, null);

    /** Where nothing was chosen, parents who live apart need not find a way to share. */
    Meeting.OnePer chosenOnePer() {
        return onePer == null ? Meeting.OnePer.GUARDIAN : onePer;
    }

    List<String> chosenLevels() {
        return levels == null ? List.of() : levels;
    }

    List<ClassId> chosenClasses() {
        return classes == null ? List.of() : classes;
    }

    List<PersonId> chosenPupils() {
        return pupils == null ? List.of() : pupils;
    }
}
