package fr.preau.communication.circulars;

import fr.preau.api.school.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A circular that somebody is still writing; only they see it. Its identity becomes that of the
 * circular, so it can't be sent twice.
 */
@Entity
@Table(name = "communication_circular_draft")
@NamedQuery(
        name = "CircularDraft.ofAuthor",
        query =
                "SELECT NEW fr.preau.communication.circulars.CircularDraftRow(d.id, d.title,"
                        + " d.editedAt) FROM CircularDraft d WHERE d.authorId = :author ORDER BY"
                        + " d.editedAt DESC, d.id DESC")
@NamedQuery(
        name = "CircularDraft.deleteOfAuthor",
        query = "DELETE FROM CircularDraft d WHERE d.authorId = :person")
@NamedQuery(
        name = "CircularDraft.deleteOld",
        query = "DELETE FROM CircularDraft d WHERE d.editedAt < :before")
@NamedQuery(
        name = "CircularDraft.allOfAuthor",
        query = "SELECT d FROM CircularDraft d WHERE d.authorId = :author")
public class CircularDraft {

    @Id private UUID id;

    @Column(name = "author_id")
    private UUID authorId;

    @Column(name = "replaces_id")
    private UUID replacesId;

    private String title;

    @Column(name = "body")
    private String text;

    @Column(name = "addressed_to")
    private String addressedTo;

    @Column(name = "answer_kind")
    @Enumerated(EnumType.STRING)
    private AnswerKind kind;

    @Column(name = "required_from")
    @Enumerated(EnumType.STRING)
    private RequiredFrom requiredFrom;

    private @Nullable LocalDate deadline;

    private String questions;

    @Column(name = "edited_at")
    private Instant editedAt;

    /** Counts the changes: what is sent is what was looked at. */
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected CircularDraft() {}

    @SuppressWarnings("NullAway.Init")
    CircularDraft(UUID id, PersonId author, UUID replaces) {
        this.id = id;
        this.authorId = author.value();
        this.replacesId = replaces;
    }

    void write(Written written, Instant now) {
        title = written.title();
        text = written.text();
        addressedTo = String.join("\n", written.to());
        kind = written.kind();
        requiredFrom = written.requiredFrom();
        deadline = written.deadline();
        questions = Questions.stored(written.questions());
        editedAt = now;
        version++;
    }

    Written written() {
        return new Written(
                title,
                text,
                addressedTo.lines().toList(),
                kind,
                requiredFrom,
                deadline,
                Questions.ofStored(questions));
    }

    boolean isOf(PersonId person) {
        return authorId.equals(person.value());
    }

    UUID id() {
        return id;
    }

    /** The circular that it corrects; its own identity when it corrects none. */
    UUID replaces() {
        return replacesId;
    }

    Instant editedAt() {
        return editedAt;
    }

    int version() {
        return version;
    }
}
