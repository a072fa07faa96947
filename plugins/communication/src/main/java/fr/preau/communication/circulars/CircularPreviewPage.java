package fr.preau.communication.circulars;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A circular before it is sent, and whom it will reach.
 *
 * @param version of the draft: what is sent is what was looked at
 * @param to the groups as people say them, empty text for the whole collège
 * @param withoutGuardian pupils for whom nobody would answer
 * @param closed why nobody may write now, in words; null where one may
 */
public record CircularPreviewPage(
        UUID draft,
        int version,
        String title,
        String text,
        List<String> to,
        AnswerKind kind,
        RequiredFrom requiredFrom,
        LocalDate deadline,
        List<Question> questions,
        int families,
        int children,
        int guardians,
        int withoutGuardian,
        @Nullable UUID replaces,
        @Nullable String closed) {

    public CircularPreviewPage {
        to = List.copyOf(to);
        questions = List.copyOf(questions);
    }

    public boolean nobody() {
        return guardians == 0;
    }

    /** The address of the draft, below the module. */
    public String address() {
        return "/circulars/drafts/" + draft;
    }
}
