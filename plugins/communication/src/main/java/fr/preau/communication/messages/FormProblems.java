package fr.preau.communication.messages;

import fr.preau.api.route.Violations;
import fr.preau.communication.recipients.Addressee;
import fr.preau.communication.wording.Wording;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be wrong with a letter or a reply, judged on the text as it would be kept: a field full
 * of characters nobody sees is as empty as an empty one.
 */
final class FormProblems {

    private FormProblems() {}

    static Violations ofRecipients(List<Addressee> addressees) {
        if (addressees.size() > Letter.MAX_ADDRESSEES) {
            return Violations.of("to", Wording.of("problem.to.many", Letter.MAX_ADDRESSEES));
        }
        return Letter.recipientsOf(addressees).isEmpty()
                ? Violations.of("to", Wording.of("problem.to.none"))
                : Violations.none();
    }

    static Violations ofSubject(@Nullable String typed) {
        return of("subject", Subject.clean(typed), Subject.MAX_LENGTH);
    }

    static Violations ofText(@Nullable String typed) {
        return of("text", MessageText.clean(typed), MessageText.MAX_LENGTH);
    }

    private static Violations of(String field, String clean, int most) {
        if (clean.isBlank()) {
            return Violations.of(field, Wording.of("problem." + field + ".blank"));
        }
        int over = clean.length() - most;
        return over > 0
                ? Violations.of(field, Wording.of("problem." + field + ".long", most, over))
                : Violations.none();
    }
}
