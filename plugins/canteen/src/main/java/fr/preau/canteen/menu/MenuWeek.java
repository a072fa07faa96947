package fr.preau.canteen.menu;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The menus of a week, which the kitchen prepares and then publishes. */
@Entity
@Table(name = "canteen_menu_week")
@NamedNativeQuery(
        name = "MenuWeek.begin",
        query =
                "INSERT IGNORE INTO canteen_menu_week (monday, changed_at, changed_by)"
                        + " VALUES (?1, ?2, ?3)")
public class MenuWeek {

    @Id private LocalDate monday;

    @Column(name = "published_at")
    private @Nullable Instant publishedAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "changed_by")
    private String changedBy;

    @SuppressWarnings("NullAway.Init")
    protected MenuWeek() {}

    boolean isPublished() {
        return publishedAt != null;
    }

    Optional<Instant> publishedAt() {
        return Optional.ofNullable(publishedAt);
    }

    Instant changedAt() {
        return changedAt;
    }

    String changedBy() {
        return changedBy;
    }

    void publish(boolean published, Instant now) {
        if (published != isPublished()) {
            publishedAt = published ? now : null;
        }
    }

    void change(String by, Instant now) {
        changedAt = now;
        changedBy = by;
    }
}
