package fr.preau.communication.recipients;

import fr.preau.api.school.ClassId;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What holds for one person, or for the people of a profile around a class, instead of the matrix:
 * another range among a profile, or yes or no for one person.
 *
 * <p>It is made with a reason, and ends on its day or when somebody ends it; then it is deleted,
 * and the journal remembers.
 */
@Entity
@Table(name = "communication_writing_exception")
@NamedQuery(
        name = "WritingException.holding",
        query =
                "SELECT e FROM WritingException e WHERE e.endsOn IS NULL OR e.endsOn >= :today"
                        + " ORDER BY e.id DESC")
@NamedQuery(
        name = "WritingException.about",
        query =
                "SELECT e FROM WritingException e"
                        + " WHERE e.writerId = :person OR e.readerId = :person")
@NamedQuery(
        name = "WritingException.forget",
        query =
                "DELETE FROM WritingException e"
                        + " WHERE e.writerId = :person OR e.readerId = :person")
@NamedQuery(
        name = "WritingException.over",
        query = "DELETE FROM WritingException e WHERE e.endsOn < :today")
public class WritingException {

    /** Whose letters it is about. */
    public enum WriterKind {
        PERSON,
        CLASS
    }

    /** To whom these letters go. */
    public enum ReaderKind {
        PROFILE,
        PERSON
    }

    @Id private UUID id;

    @Enumerated(EnumType.STRING)
    @Column(name = "writer_kind")
    private WriterKind writerKind;

    @Column(name = "writer_id")
    private UUID writerId;

    @Enumerated(EnumType.STRING)
    @Column(name = "writer_profile")
    private Profile writerProfile;

    @Enumerated(EnumType.STRING)
    @Column(name = "reader_kind")
    private ReaderKind readerKind;

    /** Never null, for EclipseLink can't read a UUID that is. */
    @Column(name = "reader_id")
    private UUID readerId;

    @Enumerated(EnumType.STRING)
    @Column(name = "reader_profile")
    private Profile readerProfile;

    @Enumerated(EnumType.STRING)
    private Range reach;

    private String reason;

    @Column(name = "ends_on")
    private @Nullable LocalDate endsOn;

    @SuppressWarnings("NullAway.Init")
    protected WritingException() {}

    private WritingException(
            UUID id,
            WriterKind writerKind,
            UUID writerId,
            Cell cell,
            @Nullable PersonId reader,
            Range reach,
            String reason,
            @Nullable LocalDate endsOn) {
        this.id = id;
        this.writerKind = writerKind;
        this.writerId = writerId;
        this.writerProfile = cell.writer();
        this.readerKind = reader == null ? ReaderKind.PROFILE : ReaderKind.PERSON;
        this.readerId = reader == null ? writerId : reader.value();
        this.readerProfile = cell.reader();
        this.reach = reach;
        this.reason = reason;
        this.endsOn = endsOn;
    }

    /** For one person. */
    static WritingException ofPerson(
            UUID id,
            PersonId writer,
            Cell cell,
            @Nullable PersonId reader,
            Range reach,
            String reason,
            @Nullable LocalDate endsOn) {
        return new WritingException(
                id, WriterKind.PERSON, writer.value(), cell, reader, reach, reason, endsOn);
    }

    /** For the people of a profile around a class. */
    static WritingException ofClass(
            UUID id,
            ClassId writers,
            Cell cell,
            Range reach,
            String reason,
            @Nullable LocalDate endsOn) {
        return new WritingException(
                id, WriterKind.CLASS, writers.value(), cell, null, reach, reason, endsOn);
    }

    /** Whether it is about what this person writes. */
    boolean isAbout(PersonId writer, Profile profile, Collection<ClassId> classes) {
        return writerKind == WriterKind.PERSON
                ? writerId.equals(writer.value())
                : writerProfile == profile && classes.contains(new ClassId(writerId));
    }

    /** Whether it stands between these two, whoever of them writes. */
    boolean isBetween(PersonId one, PersonId other) {
        return writerId.equals(one.value()) && readerId.equals(other.value())
                || writerId.equals(other.value()) && readerId.equals(one.value());
    }

    boolean isForOnePerson() {
        return readerKind == ReaderKind.PERSON;
    }

    boolean isOfOnePerson() {
        return writerKind == WriterKind.PERSON;
    }

    UUID id() {
        return id;
    }

    UUID writerId() {
        return writerId;
    }

    Profile writerProfile() {
        return writerProfile;
    }

    PersonId reader() {
        return new PersonId(readerId);
    }

    Profile readerProfile() {
        return readerProfile;
    }

    Range reach() {
        return reach;
    }

    String reason() {
        return reason;
    }

    @Nullable LocalDate endsOn() {
        return endsOn;
    }
}
