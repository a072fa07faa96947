package fr.preau.communication.recipients;

import fr.preau.api.school.College;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.api.school.Uai;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the collèges have decided about writing.
 *
 * <p>What is sent is judged by what the tables say at that moment. What is offered before may be
 * some seconds old, so that choosing people costs no statement for it: what a collège decided is
 * remembered here, as long as nothing but a short while has passed and nobody has decided anew.
 */
public final class KeptRules implements DecidedRules {

    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private record Remembered(RulesHere rules, Instant at) {}

    private final EntityManager entities;
    private final Clock clock;
    private final Map<Uai, Remembered> remembered = new ConcurrentHashMap<>();

    public KeptRules(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    @Override
    public RulesHere shown(College college) {
        Remembered last = remembered.get(college.uai());
        if (last != null && clock.instant().isBefore(last.at().plus(REMEMBERED))) {
            return last.rules();
        }
        return read(college);
    }

    @Override
    public RulesHere read(College college) {
        RulesHere rules = current();
        remembered.put(college.uai(), new Remembered(rules, clock.instant()));
        return rules;
    }

    @Override
    public RulesHere current() {
        Map<Cell, Range> changed = new HashMap<>();
        entities.createNamedQuery("ChangedRule.all", ChangedRule.class)
                .getResultList()
                .forEach(
                        rule ->
                                Cell.ofCode(rule.cell())
                                        .ifPresent(cell -> changed.put(cell, rule.reach())));
        return new RulesHere(changed, holding());
    }

    private List<WritingException> holding() {
        return entities.createNamedQuery("WritingException.holding", WritingException.class)
                .setParameter("today", today())
                .getResultList();
    }

    /** Somebody has decided anew. */
    void forget(College college) {
        remembered.remove(college.uai());
    }

    LocalDate today() {
        return clock.instant().atZone(SchoolCalendar.ZONE).toLocalDate();
    }
}
