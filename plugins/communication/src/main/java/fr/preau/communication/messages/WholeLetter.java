package fr.preau.communication.messages;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A letter that hands something on as it was sent, while something that it quotes is withdrawn. It
 * ends with the letter.
 */
@Entity
@Table(name = "communication_letter_whole")
public class WholeLetter {

    @Id
    @Column(name = "letter_id")
    private UUID letterId;

    private String subject;

    @Column(name = "body")
    private String text;

    /** The SHA-256 of each file that was taken out, a line each. */
    private String files;

    @SuppressWarnings("NullAway.Init")
    protected WholeLetter() {}

    WholeLetter(Letter letter) {
        this.letterId = letter.id();
        this.subject = letter.subject();
        this.text = letter.text();
        this.files = "";
    }

    String subject() {
        return subject;
    }

    String text() {
        return text;
    }

    void lacks(List<String> sums) {
        List<String> all = new ArrayList<>(lacking());
        all.addAll(sums);
        files = String.join("\n", all);
    }

    void lacksOnly(List<String> sums) {
        files = String.join("\n", sums);
    }

    /** It has never said anything else, as far as anybody can know. */
    void put(String newSubject, String newText) {
        subject = newSubject;
        text = newText;
    }

    /** The SHA-256 of each file that was taken out. */
    List<String> lacking() {
        return files.isEmpty() ? List.of() : files.lines().toList();
    }
}
