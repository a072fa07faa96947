package fr.preau.core.notices;

import fr.preau.api.school.PersonId;
import fr.preau.api.school.Uai;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitsOfWork;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people were told at a collège, as they read it: of modules that answer there, and a guardian
 * only of children whom they have today.
 */
public final class ReceivedNotices {

    /** Beyond that nobody counts. */
    public static final int MOST_COUNTED = 100;

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static final String KNOWN_THERE = " JOIN person p ON p.id = n.person_id";

    /** Rights that have ended show nothing any more, whatever was told before. */
    private static final String STILL_THEIRS =
            " AND (p.profile <> 'GUARDIAN' OR EXISTS (SELECT 1 FROM guardianship g"
                    + " JOIN person k ON k.id = g.child_id WHERE g.adult_id = n.person_id"
                    + " AND (n.child_id IS NULL OR g.child_id = n.child_id)"
                    + " AND k.left_on IS NULL AND g.valid_from <= ?"
                    + " AND (g.valid_until IS NULL OR g.valid_until > ?)"
                    + " AND (g.legal OR g.in_charge)))";

    /**
     * Whose notices are shown at a place.
     *
     * @param known what joins the people of the place
     * @param still what must hold for them today
     * @param values of its holes
     */
    private record Rights(String known, String still, List<Object> values) {

        /**
         * At the Département people are known by their accounts, of which no row says more; what
         * concerns one child is shown to nobody there, for nothing tells whose it is today.
         */
        static final Rights BY_ACCOUNT = new Rights("", " AND n.child_id IS NULL", List.of());
    }

    private final UnitsOfWork units;
    private final Clock clock;

    public ReceivedNotices(UnitsOfWork units, Clock clock) {
        this.units = units;
        this.clock = clock;
    }

    /**
     * How many somebody has not seen; one statement.
     *
     * @param persons who they are there, by profile
     * @param modules those that answer there
     * @return {@value #MOST_COUNTED} for that many and more
     */
    public int unseen(Uai uai, Collection<PersonId> persons, Collection<String> modules) {
        if (persons.isEmpty() || modules.isEmpty()) {
            return 0;
        }
        Rights rights = rightsAt(uai);
        return units.read(
                        DatabaseSpace.of(uai),
                        unit ->
                                unit.query(
                                        "SELECT COUNT(*) FROM (SELECT 1 FROM core_notice n"
                                                + rights.known()
                                                + " WHERE"
                                                + in("n.person_id", persons)
                                                + " AND n.seen_at IS NULL AND"
                                                + in("n.module", modules)
                                                + rights.still()
                                                + " LIMIT "
                                                + MOST_COUNTED
                                                + ") lit",
                                        row -> row.getInt(1),
                                        values(persons, modules, rights)))
                .get(0);
    }

    /** The newest of somebody, in one statement. */
    public List<ReceivedNotice> newest(
            Uai uai, Collection<PersonId> persons, Collection<String> modules, int most) {
        if (persons.isEmpty() || modules.isEmpty()) {
            return List.of();
        }
        Rights rights = rightsAt(uai);
        return units.read(
                DatabaseSpace.of(uai),
                unit ->
                        unit.query(
                                "SELECT n.id, n.module, n.kind, n.title, n.path, c.given_name,"
                                        + " n.told_at, n.seen_at IS NOT NULL FROM core_notice n"
                                        + rights.known()
                                        + " LEFT JOIN person c ON c.id = n.child_id WHERE"
                                        + in("n.person_id", persons)
                                        + " AND"
                                        + in("n.module", modules)
                                        + rights.still()
                                        + " ORDER BY n.told_at DESC, n.id DESC LIMIT "
                                        + most,
                                ReceivedNotices::notice,
                                values(persons, modules, rights)));
    }

    /** Those among these that their readers may still see and have not seen; one statement. */
    public List<Long> stillUnseen(Uai uai, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Rights rights = rightsAt(uai);
        List<@Nullable Object> values = new ArrayList<>(ids);
        values.addAll(rights.values());
        return units.read(
                DatabaseSpace.of(uai),
                unit ->
                        unit.query(
                                "SELECT n.id FROM core_notice n"
                                        + rights.known()
                                        + " WHERE n.seen_at IS NULL AND"
                                        + in("n.id", ids)
                                        + rights.still(),
                                row -> row.getLong(1),
                                values.toArray()));
    }

    private Rights rightsAt(Uai uai) {
        if (uai.isDepartement()) {
            return Rights.BY_ACCOUNT;
        }
        String today = LocalDate.ofInstant(clock.instant(), PARIS).toString();
        return new Rights(KNOWN_THERE, STILL_THEIRS, List.of(today, today));
    }

    private static ReceivedNotice notice(ResultSet row) throws SQLException {
        return new ReceivedNotice(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getObject(7, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getBoolean(8));
    }

    /**
     * Puts out what somebody was told so far.
     *
     * @param until what was told after this moment they have not been shown
     * @return how many
     */
    public int seeAll(Uai uai, Collection<PersonId> persons, Instant until) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(NoticeBoard.utc(clock.instant()));
        values.add(NoticeBoard.utc(until));
        persons.forEach(person -> values.add(person.toString()));
        return units.write(
                DatabaseSpace.of(uai),
                unit ->
                        unit.update(
                                "UPDATE core_notice SET seen_at = ?"
                                        + " WHERE seen_at IS NULL AND told_at <= ? AND"
                                        + in("person_id", persons),
                                values.toArray()));
    }

    private static String in(String column, Collection<?> values) {
        return " "
                + column
                + " IN ("
                + String.join(", ", Collections.nCopies(values.size(), "?"))
                + ")";
    }

    private static @Nullable Object[] values(
            Collection<PersonId> persons, Collection<String> modules, Rights rights) {
        List<@Nullable Object> values = new ArrayList<>();
        persons.forEach(person -> values.add(person.toString()));
        values.addAll(modules);
        values.addAll(rights.values());
        return values.toArray();
    }
}
