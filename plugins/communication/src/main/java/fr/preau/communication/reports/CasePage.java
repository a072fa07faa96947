package fr.preau.communication.reports;

import fr.preau.communication.attachments.AttachedFile;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report with its evidence, for those who judge it.
 *
 * @param readers names of those who received the message, not always all; whom it was for, of what
 *     was published
 * @param changed what of the evidence is not as it was taken; nothing, as a rule
 * @param withdrawn whether the readers are told that the message was withdrawn
 * @param withdrawnBy another case that withdraws the same thing, where this one does not
 * @param files that were taken with it
 * @param stopped whether the account may not write because of it
 * @param wroteBefore how many messages of an account that was stopped still have their readers
 * @param note what was noted when it was closed
 */
public record CasePage(
        UUID report,
        Evidence.Kind kind,
        UUID author,
        String authorName,
        String subject,
        String text,
        List<AttachedFile> files,
        List<String> readers,
        int readerCount,
        Instant sentAt,
        Instant takenAt,
        String hash,
        Set<Evidence.Part> changed,
        boolean withdrawn,
        @Nullable UUID withdrawnBy,
        boolean stopped,
        int wroteBefore,
        List<ReportedBy> reporters,
        boolean open,
        Report.Outcome outcome,
        String note,
        Instant dueAt,
        boolean late,
        @Nullable Instant closedAt) {

    public CasePage {
        files = List.copyOf(files);
        readers = List.copyOf(readers);
        reporters = List.copyOf(reporters);
        changed = Set.copyOf(changed);
    }

    /** The address of this case, below the module. */
    public String address() {
        return "/safety/reports/" + report;
    }

    /** Where one of its files is, below the module. */
    public String addressOf(AttachedFile file) {
        return address() + "/files/" + file.attachment();
    }

    /**
     * Somebody who reported it.
     *
     * @param name null for who has left the collège
     * @param reason empty where none was given
     */
    public record ReportedBy(@Nullable String name, String reason, Instant at) {}
}
