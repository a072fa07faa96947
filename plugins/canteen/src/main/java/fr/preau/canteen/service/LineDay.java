package fr.preau.canteen.service;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The service of a day: opened with the first device, closed once by the gestionnaire. What comes
 * later is counted all the same, and told at once. Whoever changes what was counted holds this row.
 */
@Entity
@Table(name = "canteen_line_day")
@NamedQuery(
        name = "LineDay.recent",
        query = "SELECT d FROM LineDay d WHERE d.day <= :day ORDER BY d.day DESC")
@NamedQuery(name = "LineDay.deleteBefore", query = "DELETE FROM LineDay d WHERE d.day < :day")
public class LineDay {

    @Id private LocalDate day;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Column(name = "closed_by")
    private String closedBy;

    @SuppressWarnings("NullAway.Init")
    protected LineDay() {}

    LocalDate day() {
        return day;
    }

    boolean isClosed() {
        return closedAt != null;
    }

    @Nullable Instant closedAt() {
        return closedAt;
    }

    String closedBy() {
        return closedBy;
    }

    void close(String by, Instant now) {
        closedAt = now;
        closedBy = by;
    }
}
