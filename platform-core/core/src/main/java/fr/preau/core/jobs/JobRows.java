package fr.preau.core.jobs;

import fr.preau.api.job.Job;
import fr.preau.api.school.Uai;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitsOfWork;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When each job is due and how it went, on the platform. */
final class JobRows {

    private static final int AT_ONCE = 50;

    private static final String PLANNED = "SELECT uai, module, job, schedule FROM module_job";

    private static final String PLAN =
            "INSERT INTO module_job (uai, module, job, schedule, due_at, next_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE"
                    + " due_at = IF(schedule = VALUES(schedule), due_at, VALUES(due_at)),"
                    + " next_at = IF(schedule = VALUES(schedule), next_at, VALUES(next_at)),"
                    + " schedule = VALUES(schedule)";

    /** The first of each module, then the second of each: none stands before all others. */
    private static final String DUE =
            "SELECT uai, module, job, due_at, failures, schedule FROM"
                    + " (SELECT uai, module, job, due_at, failures, schedule, next_at,"
                    + " ROW_NUMBER()"
                    + " OVER (PARTITION BY module ORDER BY next_at) AS place"
                    + " FROM module_job WHERE next_at <= ?"
                    + " AND (running_until IS NULL OR running_until <= ?)) due"
                    + " ORDER BY place, next_at LIMIT "
                    + AT_ONCE;

    private static final String TAKE =
            "UPDATE module_job SET node = ?, running_until = ?, last_started = ?"
                    + " WHERE uai = ? AND module = ? AND job = ? AND due_at = ? AND next_at <= ?"
                    + " AND (running_until IS NULL OR running_until <= ?)";

    /** Only by who has it still: after a long pause it may be another node's. */
    private static final String GIVE_BACK =
            "UPDATE module_job SET node = NULL, running_until = NULL, due_at = ?, next_at = ?,"
                    + " last_ended = COALESCE(?, last_ended), last_failure = ?, failures = ?"
                    + " WHERE uai = ? AND module = ? AND job = ? AND node = ?";

    private static final String PROLONG =
            "UPDATE module_job SET running_until = ?"
                    + " WHERE uai = ? AND module = ? AND job = ? AND node = ?";

    private final UnitsOfWork units;
    private final String node;

    JobRows(UnitsOfWork units, String node) {
        this.units = units;
        this.node = node;
    }

    /** The plan of each job that has one. */
    Map<JobKey, String> planned() {
        return units.read(
                DatabaseSpace.platform(),
                unit -> {
                    Map<JobKey, String> planned = new HashMap<>();
                    try (PreparedStatement statement = unit.connection().prepareStatement(PLANNED);
                            ResultSet row = statement.executeQuery()) {
                        while (row.next()) {
                            planned.put(key(row), row.getString(4));
                        }
                    }
                    return planned;
                });
    }

    private static JobKey key(ResultSet row) throws SQLException {
        return new JobKey(new Uai(row.getString(1)), row.getString(2), row.getString(3));
    }

    /** Plans a job that is new, or anew one whose schedule has changed. */
    void plan(JobKey key, String schedule, Instant first) {
        change(PLAN, key.college(), key.module(), key.job(), schedule, utc(first), utc(first));
    }

    List<DueJob> due(Instant now) {
        return units.read(
                DatabaseSpace.platform(),
                unit -> {
                    List<DueJob> due = new ArrayList<>();
                    try (PreparedStatement statement = unit.connection().prepareStatement(DUE)) {
                        statement.setObject(1, utc(now));
                        statement.setObject(2, utc(now));
                        try (ResultSet row = statement.executeQuery()) {
                            while (row.next()) {
                                Instant at =
                                        row.getObject(4, LocalDateTime.class)
                                                .toInstant(ZoneOffset.UTC);
                                Job.Schedule schedule = JobPlan.read(row.getString(6));
                                due.add(new DueJob(key(row), at, row.getInt(5), schedule));
                            }
                        }
                    }
                    return due;
                });
    }

    /** Whether the job is this node's until then. */
    boolean take(DueJob job, Instant now, Instant until) {
        JobKey key = job.key();
        return change(
                        TAKE,
                        node,
                        utc(until),
                        utc(now),
                        key.college(),
                        key.module(),
                        key.job(),
                        utc(job.due()),
                        utc(now),
                        utc(now))
                == 1;
    }

    /** Whether it is still this node's, now until then. */
    boolean prolong(JobKey key, Instant until) {
        return change(PROLONG, utc(until), key.college(), key.module(), key.job(), node) == 1;
    }

    void ended(JobKey key, Instant now, Instant due) {
        giveBack(key, due, due, now, null, 0);
    }

    void failed(DueJob job, String reason, Instant retry) {
        giveBack(job.key(), job.due(), retry, null, reason, job.failures() + 1);
    }

    /** Gives back what could not be tried. */
    void putOff(DueJob job, Instant due, Instant next) {
        giveBack(job.key(), due, next, null, null, job.failures());
    }

    private void giveBack(
            JobKey key,
            Instant due,
            Instant next,
            @Nullable Instant ended,
            @Nullable String failure,
            int failures) {
        change(
                GIVE_BACK,
                utc(due),
                utc(next),
                ended == null ? null : utc(ended),
                failure,
                failures,
                key.college(),
                key.module(),
                key.job(),
                node);
    }

    private int change(String sql, @Nullable Object... values) {
        return units.write(
                DatabaseSpace.platform(),
                unit -> {
                    try (PreparedStatement statement = unit.connection().prepareStatement(sql)) {
                        for (int i = 0; i < values.length; i++) {
                            Object value = values[i];
                            statement.setObject(
                                    i + 1, value instanceof Uai uai ? uai.value() : value);
                        }
                        return statement.executeUpdate();
                    }
                });
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
