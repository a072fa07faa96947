package fr.preau.core.safety;

import fr.preau.api.safety.Closure;
import fr.preau.api.school.Profile;
import fr.preau.api.school.Uai;
import fr.preau.core.tenancy.UnitOfWork;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is closed now, and what was opened again meanwhile: one closing can follow another without a
 * break, so that nobody could write though the one that is told is young.
 *
 * @param open what nobody has opened again, the latest first
 * @param ended what may lead without a break to what is open; its end is when it was opened
 */
record ClosedTimes(List<WritingClosure> open, List<WritingClosure> ended) {

    static final ClosedTimes NONE = new ClosedTimes(List.of(), List.of());

    private static final String OPEN =
            "SELECT id, uai, closer, profiles, notice, since, until, closed_by"
                    + " FROM writing_closure WHERE opened_at IS NULL ORDER BY since DESC, id";

    private static final String ENDED =
            "SELECT id, uai, closer, profiles, notice, since,"
                    + " LEAST(opened_at, COALESCE(until, opened_at)), closed_by"
                    + " FROM writing_closure WHERE opened_at >= ?";

    /** One statement where nothing is closed, two or a few more where something is. */
    static ClosedTimes read(UnitOfWork unit) throws SQLException {
        List<WritingClosure> open = unit.query(OPEN, ClosedTimes::read);
        if (open.isEmpty()) {
            return NONE;
        }
        Instant first = first(open);
        List<WritingClosure> ended = endedSince(unit, first);
        while (!ended.isEmpty() && first(ended).isBefore(first)) {
            first = first(ended);
            ended = endedSince(unit, first);
        }
        return new ClosedTimes(open, ended);
    }

    private static List<WritingClosure> endedSince(UnitOfWork unit, Instant moment)
            throws SQLException {
        return unit.query(ENDED, ClosedTimes::read, WritingClosures.utc(moment));
    }

    private static Instant first(List<WritingClosure> closures) {
        return closures.stream()
                .map(closure -> closure.told().since())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static WritingClosure read(ResultSet row) throws SQLException {
        String uai = row.getString(2);
        LocalDateTime until = row.getObject(7, LocalDateTime.class);
        return new WritingClosure(
                UUID.fromString(row.getString(1)),
                uai == null ? null : new Uai(uai),
                Stream.of(row.getString(4).split(",", -1))
                        .map(Profile::valueOf)
                        .collect(Collectors.toSet()),
                new Closure(
                        Closure.By.valueOf(row.getString(3)),
                        row.getString(5),
                        row.getObject(6, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        until == null ? null : until.toInstant(ZoneOffset.UTC)),
                row.getString(8));
    }

    /** What is open for people of a profile at a collège, whether it holds still or not. */
    Stream<WritingClosure> of(Uai college, Profile profile) {
        return of(open, college, profile);
    }

    private static Stream<WritingClosure> of(
            List<WritingClosure> closures, Uai college, Profile profile) {
        return closures.stream()
                .filter(closure -> closure.isAt(college))
                .filter(closure -> closure.profiles().contains(profile));
    }

    /** Since when these people could not write; empty where they may. */
    Optional<Instant> since(Uai college, Profile profile, Instant now) {
        Optional<Instant> since =
                earliest(of(college, profile).filter(closure -> closure.holds(now)));
        List<WritingClosure> all =
                Stream.concat(of(college, profile), of(ended, college, profile)).toList();
        Optional<Instant> before = since;
        while (before.isPresent()) {
            since = before;
            Instant known = since.get();
            before = earliest(all.stream().filter(closure -> leadsTo(closure.told(), known)));
        }
        return since;
    }

    private static Optional<Instant> earliest(Stream<WritingClosure> closures) {
        return closures.map(closure -> closure.told().since()).min(Comparator.naturalOrder());
    }

    /** Whether it began before this moment and did not end before it. */
    private static boolean leadsTo(Closure closure, Instant moment) {
        Instant until = closure.until();
        return closure.since().isBefore(moment) && (until == null || !until.isBefore(moment));
    }
}
