package fr.preau.canteen.rules;

import fr.preau.canteen.place.Weekdays;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** The rules of a canteen for one school year. */
@Entity
@Table(name = "canteen_rules")
@NamedQuery(
        name = "CanteenRules.all",
        query = "SELECT r FROM CanteenRules r ORDER BY r.schoolYear DESC")
public class CanteenRules {

    /** In seconds. */
    private static final int MINUTE = 60;

    @Id
    @Column(name = "school_year")
    private int schoolYear;

    @Column(name = "campaign_from")
    private LocalDate campaignFrom;

    @Column(name = "campaign_until")
    private LocalDate campaignUntil;

    @Column(name = "days_until")
    private LocalDate daysUntil;

    private String weekdays;

    @Column(name = "cutoff_days")
    private int cutoffDays;

    @Column(name = "cutoff_minute")
    private int cutoffMinute;

    @Column(name = "term_1_end")
    private LocalDate firstTermEnd;

    @Column(name = "term_2_end")
    private LocalDate secondTermEnd;

    @Column(name = "term_3_end")
    private LocalDate thirdTermEnd;

    @Column(name = "notice_weeks")
    private int noticeWeeks;

    private int changes;

    private int version;

    @SuppressWarnings("NullAway.Init")
    protected CanteenRules() {}

    CanteenRules(Terms terms) {
        this.schoolYear = terms.year().begins();
        this.campaignFrom = terms.campaignFrom();
        this.campaignUntil = terms.campaignUntil();
        this.daysUntil = terms.daysUntil();
        this.weekdays = "";
        this.firstTermEnd = terms.termEnds().get(0);
        this.secondTermEnd = terms.termEnds().get(1);
        this.thirdTermEnd = terms.termEnds().get(2);
        fix(terms);
    }

    final void fix(Terms terms) {
        campaignFrom = terms.campaignFrom();
        campaignUntil = terms.campaignUntil();
        daysUntil = terms.daysUntil();
        weekdays = Weekdays.written(terms.weekdays());
        cutoffDays = terms.cutOff().schoolDays();
        cutoffMinute = terms.cutOff().time().toSecondOfDay() / MINUTE;
        firstTermEnd = terms.termEnds().get(0);
        secondTermEnd = terms.termEnds().get(1);
        thirdTermEnd = terms.termEnds().get(2);
        noticeWeeks = terms.noticeWeeks();
        changes = terms.changes();
        version++;
    }

    Terms terms() {
        return new Terms(
                new SchoolYear(schoolYear),
                campaignFrom,
                campaignUntil,
                daysUntil,
                Weekdays.read(weekdays),
                new CutOff(cutoffDays, LocalTime.ofSecondOfDay((long) cutoffMinute * MINUTE)),
                List.of(firstTermEnd, secondTermEnd, thirdTermEnd),
                noticeWeeks,
                changes);
    }

    int version() {
        return version;
    }
}
