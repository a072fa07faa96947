package fr.preau.communication.messages;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.util.UUID;

/**
 * A letter that hands something on as it was sent, while something that it quotes is withdrawn. It
 * ends with the letter.
 */
@Entity
@Table(name = "communication_letter_whole")
@NamedQuery(
        name = "WholeLetter.deleteOf",
        query = "DELETE FROM WholeLetter w WHERE w.letterId IN :ids")
public class WholeLetter {

    @Id
    @Column(name = "letter_id")
    private UUID letterId;

    private String subject;

    @Column(name = "body")
    private String text;

    @SuppressWarnings("NullAway.Init")
    protected WholeLetter() {}

    WholeLetter(Letter letter) {
        this.letterId = letter.id();
        this.subject = letter.subject();
        this.text = letter.text();
    }

    String subject() {
        return subject;
    }

    String text() {
        return text;
    }

    /** It has never said anything else, as far as anybody can know. */
    void put(String newSubject, String newText) {
        subject = newSubject;
        text = newText;
    }
}
