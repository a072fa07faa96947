package fr.preau.communication.safety;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** Something that somebody has let out lately: a message, a circular, a survey, a piece of news. */
@Entity
@Table(name = "communication_writing_act")
@IdClass(WritingAct.Key.class)
@NamedNativeQuery(
        name = "WritingAct.count",
        // The second one of a double click waits here for the first, and then changes nothing.
        query =
                "INSERT INTO communication_writing_act (person_id, act, readers, done_at)"
                        + " VALUES (?1, ?2, ?3, ?4) ON DUPLICATE KEY UPDATE act = act")
@NamedQuery(
        name = "WritingAct.since",
        query =
                "SELECT COUNT(a), SUM(a.readers) FROM WritingAct a"
                        + " WHERE a.personId = :person AND a.doneAt >= :since")
@NamedQuery(
        name = "WritingAct.forget",
        query = "DELETE FROM WritingAct a WHERE a.personId = :person")
@NamedQuery(
        name = "WritingAct.forgetOld",
        query = "DELETE FROM WritingAct a WHERE a.doneAt < :before")
public class WritingAct {

    @Id
    @Column(name = "person_id")
    private UUID personId;

    @Id private String act;

    private int readers;

    @Column(name = "done_at")
    private Instant doneAt;

    @SuppressWarnings("NullAway.Init")
    protected WritingAct() {}

    /** Whose, and which. */
    public record Key(UUID personId, String act) implements Serializable {}
}
