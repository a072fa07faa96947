package fr.preau.communication.messages;

import fr.preau.api.school.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * A form that was taken: posted again, by a double click or a network that repeats, it sends
 * nothing.
 *
 * <p>Its fingerprint covers what the form held beside its hidden key, for someone may go back,
 * change the text and send what the browser still shows: that is another message and is not to be
 * lost.
 */
@Entity
@NamedQuery(
        name = "PostedForm.old",
        query =
                "SELECT p.fingerprint FROM PostedForm p WHERE p.postedAt < :before"
                        + " ORDER BY p.postedAt")
@NamedQuery(
        name = "PostedForm.forgetOf",
        query = "DELETE FROM PostedForm p WHERE p.location = :location")
@NamedQuery(
        name = "PostedForm.forget",
        query = "DELETE FROM PostedForm p WHERE p.fingerprint IN :fingerprints")
@Table(name = "communication_posted_form")
@NamedNativeQuery(
        name = "PostedForm.claim",
        // A second one waits here until the first is committed, and then changes nothing.
        query =
                "INSERT INTO communication_posted_form (fingerprint, location, posted_at)"
                        + " VALUES (?1, ?2, ?3) ON DUPLICATE KEY UPDATE fingerprint = fingerprint")
public class PostedForm {

    /** How long a form may come again; then it is forgotten. */
    static final Duration KEPT = Duration.ofDays(7);

    @Id private String fingerprint;

    private String location;

    @Column(name = "posted_at")
    private Instant postedAt;

    @SuppressWarnings("NullAway.Init")
    protected PostedForm() {}

    String location() {
        return location;
    }

    static String fingerprint(PersonId poster, UUID key, List<String> held) {
        MessageDigest digest = sha256();
        digest.update((poster + " " + key).getBytes(StandardCharsets.UTF_8));
        for (String part : held) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((" " + bytes.length + " ").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
