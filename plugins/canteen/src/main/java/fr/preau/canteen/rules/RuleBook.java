package fr.preau.canteen.rules;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The rules of one place, school year by school year. */
public final class RuleBook {

    private final EntityManager entities;

    public RuleBook(EntityManager entities) {
        this.entities = entities;
    }

    /** The latest year first. */
    List<CanteenRules> all() {
        return entities.createNamedQuery("CanteenRules.all", CanteenRules.class).getResultList();
    }

    /** Those of a school year, where they are fixed. */
    public Optional<Terms> of(SchoolYear year) {
        return Optional.ofNullable(entities.find(CanteenRules.class, year.begins()))
                .map(CanteenRules::terms);
    }

    /**
     * Those of the school year for which families register on a day: the next one from the first
     * day of its campaign, else the one that runs. After its campaign who registers is late, and is
     * taken all the same: children move in all the year round.
     */
    public Optional<Terms> registering(LocalDate day) {
        return all().stream()
                .map(CanteenRules::terms)
                .filter(terms -> !day.isBefore(terms.campaignFrom()))
                .filter(terms -> !day.isAfter(terms.year().lastDay()))
                .findFirst();
    }

    /** The first campaign that has not begun. */
    public Optional<Terms> next(LocalDate day) {
        return all().stream()
                .map(CanteenRules::terms)
                .filter(terms -> day.isBefore(terms.campaignFrom()))
                .reduce((later, earlier) -> earlier);
    }
}
