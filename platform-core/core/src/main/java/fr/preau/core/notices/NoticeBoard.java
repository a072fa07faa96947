package fr.preau.core.notices;

import fr.preau.api.notice.Notice;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Uai;
import fr.preau.core.plugins.manifest.DeclaredNotice.Urgency;
import fr.preau.core.tenancy.DatabaseFailure;
import fr.preau.core.tenancy.UnitOfWork;
import fr.preau.core.tenancy.UnitsOfWork;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Where modules put their notices, in the unit of work of this thread. */
public final class NoticeBoard {

    /** Greater than whatever a key may hold; so keys that begin alike are found by their index. */
    private static final char BEHIND_ALL_KEYS = '\u007f';

    private final UnitsOfWork units;
    private final Clock clock;
    private volatile Consumer<Uai> wake = college -> {};

    public NoticeBoard(UnitsOfWork units, Clock clock) {
        this.units = units;
        this.clock = clock;
    }

    /**
     * Who is told of a collège after each commit that told somebody something there; it must return
     * at once.
     */
    public void wakes(Consumer<Uai> sender) {
        this.wake = sender;
    }

    void put(String module, Notice notice, Urgency urgency, Collection<PersonId> persons) {
        NoticesOfUnit told = ofUnit(writing());
        LocalDateTime now = utc(clock.instant());
        persons.forEach(person -> told.add(new ToldRow(person, module, notice, urgency, now)));
    }

    /**
     * Found without a lock and changed by their key: a range that is locked would make whoever
     * tells this person something wait.
     */
    void seen(String module, String path, PersonId person) {
        UnitOfWork unit = written();
        try {
            List<Long> lit =
                    unit.query(
                            "SELECT id FROM core_notice WHERE person_id = ? AND seen_at IS NULL"
                                    + " AND module = ? AND path = ? ORDER BY id",
                            row -> row.getLong(1),
                            person.toString(),
                            module,
                            path);
            for (long id : lit) {
                unit.update(
                        "UPDATE core_notice SET seen_at = ? WHERE id = ? AND seen_at IS NULL",
                        utc(clock.instant()),
                        id);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    void withdraw(String module, String key) {
        UnitOfWork unit = written();
        try {
            unit.update("DELETE FROM core_notice WHERE module = ? AND told_key = ?", module, key);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    void withdrawAll(String module, String beginning) {
        if (beginning.isEmpty()) {
            throw new IllegalArgumentException("the keys of all notices begin with nothing");
        }
        UnitOfWork unit = written();
        try {
            unit.update(
                    "DELETE FROM core_notice WHERE module = ? AND told_key BETWEEN ? AND ?",
                    module,
                    beginning,
                    beginning + BEHIND_ALL_KEYS);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** The unit of work of this thread, once what it tells stands in the table. */
    private UnitOfWork written() {
        UnitOfWork unit = writing();
        try {
            ofUnit(unit).write(unit.connection());
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
        return unit;
    }

    private NoticesOfUnit ofUnit(UnitOfWork unit) {
        Uai college = unit.space().uai();
        return unit.part(NoticesOfUnit.class, () -> new NoticesOfUnit(() -> wake.accept(college)));
    }

    private UnitOfWork writing() {
        UnitOfWork unit = units.current();
        if (!unit.isWriting()) {
            throw new IllegalStateException("this unit of work only reads; nobody can be told");
        }
        return unit;
    }

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
