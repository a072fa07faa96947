package fr.preau.core.notices.quiet;

import fr.preau.api.school.Uai;
import fr.preau.core.audit.AuditLog;
import fr.preau.core.audit.AuditLog.Actor;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitsOfWork;
import java.time.LocalTime;

/** The quiet hours of each collège, as its administrators have set them. */
public final class QuietHoursOfColleges {

    /** How the journal calls setting them. */
    public static final String SET = "quiet-hours-set";

    private final UnitsOfWork units;
    private final AuditLog audit;

    public QuietHoursOfColleges(UnitsOfWork units, AuditLog audit) {
        this.units = units;
        this.audit = audit;
    }

    /** What holds at a collège. */
    public QuietHours of(Uai uai) {
        return units
                .read(
                        DatabaseSpace.platform(),
                        unit ->
                                unit.query(
                                        "SELECT begins, ends, weekends, holidays FROM quiet_hours"
                                                + " WHERE uai = ?",
                                        row ->
                                                new QuietHours(
                                                        row.getObject(1, LocalTime.class),
                                                        row.getObject(2, LocalTime.class),
                                                        row.getBoolean(3),
                                                        row.getBoolean(4)),
                                        uai.value()))
                .stream()
                .findFirst()
                .orElse(QuietHours.USUAL);
    }

    /** Sets them, which stands in the journal. */
    public void set(Actor actor, Uai uai, QuietHours hours) {
        units.write(
                DatabaseSpace.platform(),
                unit -> {
                    unit.update(
                            "REPLACE INTO quiet_hours (uai, begins, ends, weekends, holidays)"
                                    + " VALUES (?, ?, ?, ?, ?)",
                            uai.value(),
                            hours.begins(),
                            hours.ends(),
                            hours.weekends(),
                            hours.holidays());
                    audit.write(
                            unit,
                            actor,
                            SET,
                            uai.value(),
                            uai.value(),
                            hours.begins() + "-" + hours.ends());
                    return true;
                });
    }
}
