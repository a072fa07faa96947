package fr.preau.communication.recipients;

import static fr.preau.api.school.Profile.GUARDIAN;
import static fr.preau.api.school.Profile.PUPIL;
import static fr.preau.api.school.Profile.STAFF;
import static fr.preau.api.school.Profile.TEACHER;
import static fr.preau.communication.recipients.Range.EVERYBODY;
import static fr.preau.communication.recipients.Range.NOBODY;
import static fr.preau.communication.recipients.Range.OWN_CLASSES;

import fr.preau.api.school.Profile;
import java.util.List;
import java.util.Optional;

/**
 * A place in the matrix: who writes, and to whom.
 *
 * <p>What can stand there is bounded by what makes sense and by what protects: no collège can let
 * guardians write to other people's children, nor pupils to other pupils' parents, and pupils and
 * guardians write among themselves within their classes at most.
 */
public record Cell(Profile writer, Profile reader) {

    /** The profiles of a collège in the order of the matrix. */
    public static final List<Profile> PROFILES = List.of(PUPIL, GUARDIAN, TEACHER, STAFF);

    public String code() {
        return writer + "-" + reader;
    }

    /** The cell of a code; none where the code was made up. */
    public static Optional<Cell> ofCode(String code) {
        return PROFILES.stream()
                .flatMap(writer -> PROFILES.stream().map(reader -> new Cell(writer, reader)))
                .filter(cell -> cell.code().equals(code))
                .findFirst();
    }

    /** What a collège may put there, the narrowest first; one only where it has no choice. */
    public List<Range> choices() {
        if (writer == STAFF || reader == STAFF) {
            return List.of(NOBODY, EVERYBODY);
        }
        if (writer == TEACHER || reader == TEACHER) {
            return List.of(NOBODY, OWN_CLASSES, EVERYBODY);
        }
        return writer == reader ? List.of(NOBODY, OWN_CLASSES) : List.of(NOBODY);
    }

    /** What holds where the collège has put nothing. */
    public Range standard(WritingPolicy policy) {
        if (writer == STAFF || reader == STAFF) {
            return EVERYBODY;
        }
        return switch (writer) {
            case TEACHER -> reader == TEACHER ? EVERYBODY : OWN_CLASSES;
            case GUARDIAN -> reader == TEACHER ? OWN_CLASSES : NOBODY;
            case PUPIL -> forPupils(policy);
            case STAFF, OPERATOR -> NOBODY;
        };
    }

    private Range forPupils(WritingPolicy policy) {
        boolean theirs = reader == TEACHER || reader == PUPIL && policy.pupilsWriteToTheirClass();
        return theirs ? OWN_CLASSES : NOBODY;
    }
}
