package fr.preau.communication.messages;

import fr.preau.api.route.Violations;
import fr.preau.api.school.Profile;
import fr.preau.api.text.RichText;
import fr.preau.communication.attachments.Attachments;
import fr.preau.communication.attachments.FormFiles;
import fr.preau.communication.recipients.Recipients;
import fr.preau.communication.wording.Wording;
import org.jspecify.annotations.Nullable;

/**
 * What can be wrong with a letter or a reply, judged on the text as it would be kept: a field full
 * of characters nobody sees is as empty as an empty one.
 *
 * @param writer to whom it is said
 */
record FormProblems(Profile writer) {

    /** All that can be wrong with a letter. */
    Violations ofLetter(SendInput letter, Recipients recipients) {
        return ofRecipients(recipients)
                .and(ofSubject(letter.subject()))
                .and(ofText(letter.text()))
                .and(ofFiles(letter.formFiles()));
    }

    Violations ofTime(boolean ahead) {
        return ahead ? Violations.none() : problem("on", "problem.on");
    }

    Violations ofRecipients(Recipients recipients) {
        Violations others = ofOthers(recipients);
        if (!others.isEmpty()) {
            return others;
        }
        if (recipients.allowed().size() > Letter.MAX_ADDRESSEES) {
            return problem("to", "problem.to.many", Letter.MAX_ADDRESSEES);
        }
        return Letter.recipientsOf(recipients.allowed()).isEmpty()
                ? problem("to", "problem.to.none")
                : Violations.none();
    }

    /** Somebody was named whom the writer may not write to; the others are still there. */
    Violations ofOthers(Recipients recipients) {
        return recipients.othersToo() ? problem("to", "problem.to.others") : Violations.none();
    }

    Violations ofSubject(@Nullable String typed) {
        return of("subject", Subject.clean(typed), Subject.MAX_LENGTH);
    }

    Violations ofText(@Nullable String typed) {
        String clean = MessageText.clean(typed);
        boolean onlyMarks = RichText.of(clean).plain().isBlank();
        return of("text", onlyMarks ? "" : clean, MessageText.MAX_LENGTH);
    }

    Violations ofFiles(FormFiles files) {
        return files.areTooMany()
                ? problem("files", "problem.files.many", Attachments.MOST)
                : Violations.none();
    }

    private Violations of(String field, String clean, int most) {
        if (clean.isBlank()) {
            return problem(field, "problem." + field + ".blank");
        }
        int over = clean.length() - most;
        return over > 0
                ? problem(field, "problem." + field + ".long", most, over)
                : Violations.none();
    }

    private Violations problem(String field, String key, Object... arguments) {
        return Violations.of(field, Wording.of(Wording.to(writer, key), arguments));
    }
}
