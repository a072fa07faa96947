package fr.preau.communication.recipients;

import fr.preau.api.school.College;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.communication.remembered.Remembered;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the collèges have decided about writing.
 *
 * <p>What is sent is judged by what the tables say at that moment. What is offered before may be
 * some seconds old, so that choosing people costs no statement for it.
 */
public final class KeptRules implements DecidedRules {

    private final EntityManager entities;
    private final Clock clock;
    private final Remembered<RulesHere> remembered;

    public KeptRules(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
        this.remembered = new Remembered<>(clock);
    }

    @Override
    public RulesHere shown(College college) {
        return remembered.of(college, this::current);
    }

    @Override
    public RulesHere read(College college) {
        return remembered.renew(college, this::current);
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
    void forget() {
        remembered.forget();
    }

    LocalDate today() {
        return clock.instant().atZone(SchoolCalendar.ZONE).toLocalDate();
    }
}
