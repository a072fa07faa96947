package fr.preau.communication.figures;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * The letters of one hour, counted once a day later and never again: what is erased or withdrawn
 * after has been counted.
 */
@Entity
@Table(name = "communication_figure")
@NamedQuery(
        name = "Figure.since",
        query = "SELECT f FROM Figure f WHERE f.sentIn >= :since ORDER BY f.sentIn")
@NamedQuery(name = "Figure.newest", query = "SELECT f FROM Figure f ORDER BY f.sentIn DESC")
@NamedQuery(
        name = "Figure.letters",
        query = "SELECT COUNT(l) FROM Letter l WHERE l.sentAt >= :from AND l.sentAt < :to")
@NamedQuery(
        name = "Figure.readers",
        query =
                "SELECT COUNT(c) FROM Letter l JOIN Conversation c ON c.letterId = l.id"
                        + " WHERE l.sentAt >= :from AND l.sentAt < :to")
@NamedQuery(
        name = "Figure.read",
        query =
                "SELECT COUNT(e) FROM Letter l JOIN Conversation c ON c.letterId = l.id"
                        + " JOIN InboxEntry e ON e.conversationId = c.id"
                        + " AND e.ownerId = c.recipientId"
                        + " WHERE l.sentAt >= :from AND l.sentAt < :to AND e.readSoon = TRUE")
@NamedQuery(
        name = "Figure.answered",
        query =
                "SELECT COUNT(e) FROM Letter l JOIN Conversation c ON c.letterId = l.id"
                        + " JOIN InboxEntry e ON e.conversationId = c.id"
                        + " AND e.ownerId = c.recipientId"
                        + " WHERE l.sentAt >= :from AND l.sentAt < :to AND e.answeredSoon = TRUE")
public class Figure {

    @Id
    @Column(name = "sent_in")
    private Instant sentIn;

    private int letters;

    private int readers;

    @Column(name = "read_soon")
    private int readSoon;

    private int answered;

    @SuppressWarnings("NullAway.Init")
    protected Figure() {}

    Figure(Instant sentIn, long letters, long readers, long readSoon, long answered) {
        this.sentIn = sentIn;
        this.letters = (int) letters;
        this.readers = (int) readers;
        this.readSoon = (int) readSoon;
        this.answered = (int) answered;
    }

    Instant sentIn() {
        return sentIn;
    }

    int letters() {
        return letters;
    }

    int readers() {
        return readers;
    }

    int readSoon() {
        return readSoon;
    }

    int answered() {
        return answered;
    }
}
