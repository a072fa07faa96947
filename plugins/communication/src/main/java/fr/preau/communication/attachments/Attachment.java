package fr.preau.communication.attachments;

import fr.preau.api.files.FileId;
import fr.preau.api.files.StoredFile;
import fr.preau.api.school.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A file with what it goes with.
 *
 * <p>It begins with the draft in which somebody chose it, which its author alone reads. When that
 * is sent it goes over to the letter or the reply, and those who read these read it; however many
 * they are, it is kept once. It ends with what it goes with.
 */
@Entity
@Table(name = "communication_attachment")
@NamedQuery(
        name = "Attachment.ofHolder",
        query =
                "SELECT a FROM Attachment a WHERE a.holder = :holder AND a.holderId = :id"
                        + " ORDER BY a.id")
@NamedQuery(
        name = "Attachment.ofHolders",
        query =
                "SELECT a FROM Attachment a WHERE a.holder = :holder AND a.holderId IN :ids"
                        + " ORDER BY a.id")
@NamedQuery(
        name = "Attachment.shown",
        query =
                "SELECT a FROM Attachment a WHERE a.holderId IN :ids"
                        + " AND a.holder IN (fr.preau.communication.attachments.Holder.LETTER,"
                        + " fr.preau.communication.attachments.Holder.REPLY) ORDER BY a.id")
@NamedQuery(
        name = "Attachment.own",
        query =
                "SELECT a FROM Attachment a WHERE a.id IN :ids AND a.authorId = :author"
                        + " AND a.holder NOT IN (fr.preau.communication.attachments.Holder.EVIDENCE,"
                        + " fr.preau.communication.attachments.Holder.HELD)")
@NamedQuery(
        name = "Attachment.ofAuthor",
        query =
                "SELECT a FROM Attachment a WHERE a.authorId = :author AND a.holder IN :holders"
                        + " ORDER BY a.id")
@NamedQuery(
        name = "Attachment.readsLetter",
        query =
                "SELECT c.id FROM Conversation c JOIN Letter l ON l.id = c.letterId"
                        + " WHERE c.letterId = :holder AND l.withdrawn = FALSE"
                        + " AND ((c.authorId = :person AND c.authorGone = FALSE)"
                        + " OR (c.recipientId = :person AND c.recipientGone = FALSE"
                        + " AND l.sentAt <= :now))")
@NamedQuery(
        name = "Attachment.readsReply",
        query =
                "SELECT c.id FROM Reply r JOIN Conversation c ON c.id = r.conversationId"
                        + " WHERE r.id = :holder AND r.withdrawn = FALSE AND r.sentAt <= :now"
                        + " AND ((c.authorId = :person AND c.authorGone = FALSE)"
                        + " OR (c.recipientId = :person AND c.recipientGone = FALSE))")
@NamedQuery(
        name = "Attachment.toPreview",
        query =
                "SELECT a.id FROM Attachment a WHERE"
                        + " a.preview = fr.preau.communication.attachments.PreviewState.WAITING"
                        + " ORDER BY a.id")
@NamedQuery(name = "Attachment.delete", query = "DELETE FROM Attachment a WHERE a.id IN :ids")
@NamedQuery(
        name = "Attachment.renameAuthor",
        query = "UPDATE Attachment a SET a.authorId = :nobody WHERE a.authorId = :person")
public class Attachment {

    private static final Pattern IDENTITY =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final String PDF = "application/pdf";

    /** Those that can be drawn anew, and lose nothing by it but what the camera wrote. */
    private static final Set<String> DRAWABLE = Set.of("image/jpeg", "image/png", "image/gif");

    /** A node that was stopped in the midst of drawing, or a document that stops nodes. */
    static final int MOST_TRIES = 3;

    @Id private UUID id;

    @Column(name = "author_id")
    private UUID authorId;

    @Enumerated(EnumType.STRING)
    private Holder holder;

    @Column(name = "holder_id")
    private String holderId;

    private String name;

    @Column(name = "content_type")
    private String contentType;

    private long size;

    @Enumerated(EnumType.STRING)
    private PreviewState preview;

    /** Empty when there is none, for EclipseLink can't read a UUID that is null. */
    @Column(name = "preview_file")
    private String previewFile;

    private int pages;

    @Column(name = "preview_tries")
    private int previewTries;

    @SuppressWarnings("NullAway.Init")
    protected Attachment() {}

    Attachment(PersonId author, Holder holder, UUID holderId, StoredFile file) {
        this.id = file.id().value();
        this.authorId = author.value();
        this.holder = holder;
        this.holderId = holderId.toString();
        this.name = file.name();
        this.contentType = file.contentType();
        this.size = file.size();
        this.preview =
                file.contentType().equals(PDF) || isDrawable()
                        ? PreviewState.WAITING
                        : PreviewState.NONE;
        this.previewFile = "";
    }

    /** Whether its preview is itself, smaller. */
    boolean isDrawable() {
        return DRAWABLE.contains(contentType);
    }

    /**
     * Counts that its first page is about to be drawn; one whose drawing has never come to an end
     * is given up.
     *
     * @return whether it may be drawn
     */
    boolean triesPreview() {
        if (previewTries >= MOST_TRIES) {
            preview = PreviewState.BROKEN;
            return false;
        }
        previewTries++;
        return true;
    }

    /** Its first page was drawn. */
    void hasPreview(FileId picture, int ofPages) {
        preview = PreviewState.DRAWN;
        previewFile = picture.toString();
        pages = ofPages;
    }

    void hasNoPreview(PreviewState why) {
        preview = why;
    }

    void goOver(Holder newHolder, UUID newHolderId) {
        holder = newHolder;
        holderId = newHolderId.toString();
    }

    boolean goesWith(Holder what, UUID which) {
        return holder == what && holderId.equals(which.toString());
    }

    UUID id() {
        return id;
    }

    Holder holder() {
        return holder;
    }

    /** What it goes with; empty where that is no identity, and so nothing that anybody reads. */
    Optional<UUID> holderId() {
        return IDENTITY.matcher(holderId).matches()
                ? Optional.of(UUID.fromString(holderId))
                : Optional.empty();
    }

    PersonId author() {
        return new PersonId(authorId);
    }

    boolean isOf(PersonId person) {
        return authorId.equals(person.value());
    }

    String name() {
        return name;
    }

    FileId file() {
        return new FileId(id);
    }

    /** The picture of its first page, if it was drawn. */
    Optional<FileId> previewFile() {
        return IDENTITY.matcher(previewFile).matches()
                ? Optional.of(FileId.of(previewFile))
                : Optional.empty();
    }

    AttachedFile shown() {
        return new AttachedFile(id, name, contentType, size, preview, pages);
    }
}
