package fr.preau.portal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal or a failure (RFC 9457).
 *
 * @param type a stable word for programs
 * @param title what happened
 * @param detail what is kept and what to do
 * @param reason why, in the host's words, where it is about a file that somebody made
 * @param reference what to name when asking for help, the trace in the log of the server
 * @param typed what the person had written, so that it can be copied
 */
public record ProblemPage(
        int status,
        String type,
        String title,
        String detail,
        @Nullable String reason,
        @Nullable String reference,
        List<String> typed) {

    public ProblemPage {
        typed = List.copyOf(typed);
    }

    public ProblemPage(
            int status, String type, String title, String detail, @Nullable String reference) {
        this(status, type, title, detail, null, reference, List.of());
    }

    /** The same, with what the person had written. */
    public ProblemPage withTyped(List<String> texts) {
        return new ProblemPage(status, type, title, detail, reason, reference, texts);
    }

    /** The same, with why. */
    public ProblemPage because(String words) {
        return new ProblemPage(status, type, title, detail, words, reference, typed);
    }
}
