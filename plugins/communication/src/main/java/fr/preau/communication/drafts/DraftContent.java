package fr.preau.communication.drafts;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a form that is being filled in, just as it was typed.
 *
 * @param to whom it is for, as audience codes
 * @param about the conversation it answers, {@link #NEW_LETTER} for a letter of its own
 * @param answers whether the recipients of a long list may answer
 */
public record DraftContent(
        List<String> to, String subject, String text, UUID about, boolean answers) {

    /** Never null, for EclipseLink can't read a UUID that is. */
    public static final UUID NEW_LETTER = new UUID(0, 0);

    private static final int MOST_RECIPIENTS = 1_000;
    private static final int LONGEST_CODE = 60;
    private static final int LONGEST_SUBJECT = 10_000;
    private static final int LONGEST_TEXT = 200_000;

    public DraftContent {
        to = List.copyOf(to);
    }

    /** A letter as it came with its form. */
    public static DraftContent ofLetter(
            @Nullable List<String> to,
            @Nullable String subject,
            @Nullable String text,
            boolean answers) {
        return of(to, subject, text, NEW_LETTER, answers);
    }

    /** A reply as it came with its form. */
    public static DraftContent ofReply(String subject, String text, UUID conversation) {
        return new DraftContent(List.of(), subject, text, conversation, false);
    }

    static DraftContent of(
            @Nullable List<String> to,
            @Nullable String subject,
            @Nullable String text,
            @Nullable UUID about,
            boolean answers) {
        return new DraftContent(
                to == null ? List.of() : to.stream().distinct().toList(),
                Objects.requireNonNullElse(subject, ""),
                Objects.requireNonNullElse(text, ""),
                Objects.requireNonNullElse(about, NEW_LETTER),
                answers);
    }

    static DraftContent ofStored(
            String to, String subject, String text, UUID about, boolean answers) {
        return new DraftContent(to.lines().toList(), subject, text, about, answers);
    }

    String storedRecipients() {
        return String.join("\n", to);
    }

    /** Whether it answers somebody. */
    public boolean isReply() {
        return !about.equals(NEW_LETTER);
    }

    /** Where it is gone on with, below the module. */
    String address(UUID draft) {
        return isReply() ? "/messages/" + about : "/messages/new?draft=" + draft;
    }

    /** Whether nothing would be lost; the subject of a reply was not typed. */
    public boolean isBlank() {
        return text.isBlank() && (isReply() || (subject.isBlank() && to.isEmpty()));
    }

    /** Whether it is more than anybody types: too long to be kept, or no codes at all. */
    boolean isTooMuch() {
        return to.size() > MOST_RECIPIENTS
                || to.stream().anyMatch(DraftContent::isNoCode)
                || subject.length() > LONGEST_SUBJECT
                || text.length() > LONGEST_TEXT;
    }

    private static boolean isNoCode(String code) {
        return code.length() > LONGEST_CODE || code.lines().count() != 1;
    }
}
