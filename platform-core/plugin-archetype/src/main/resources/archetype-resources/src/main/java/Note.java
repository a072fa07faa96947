package ${package};

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** A note that was put up; it never changes. */
#set( $table = $artifactId.replace("-", "_") )
@Entity
@Table(name = "${table}_note")
@NamedQuery(
        name = "Note.newest",
        query = "SELECT n FROM Note n ORDER BY n.writtenAt DESC, n.id DESC")
public class Note {

    static final int LONGEST = 500;

    @Id private UUID id;

    private String text;

    /** UTC: JPA 3.1 knows no instants. */
    @Column(name = "written_at")
    private LocalDateTime writtenAt;

    @SuppressWarnings("NullAway.Init")
    protected Note() {}

    Note(UUID id, String text, Instant now) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException("not a note: " + text.length() + " characters");
        }
        this.id = id;
        this.text = text.strip();
        this.writtenAt = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
    }

    String text() {
        return text;
    }

    Instant writtenAt() {
        return writtenAt.toInstant(ZoneOffset.UTC);
    }
}
