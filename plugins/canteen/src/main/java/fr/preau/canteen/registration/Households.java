package fr.preau.canteen.registration;

import fr.preau.api.school.PersonId;
import fr.preau.api.school.Uai;
import fr.preau.canteen.rules.SchoolYear;
import fr.preau.canteen.tariff.Quotient;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who pays for which registered children at a place. */
public final class Households {

    private final EntityManager entities;

    public Households(EntityManager entities) {
        this.entities = entities;
    }

    /** A guardian with the children whom they have registered. */
    public record Household(PersonId guardian, String name, List<Member> members) {

        public Household {
            members = List.copyOf(members);
        }
    }

    /**
     * A registered child.
     *
     * @param quotient empty where none was given
     */
    public record Member(RegisteredChild child, Payers payers, Optional<Quotient> quotient) {}

    /** How many guardians have registered children in a school year. */
    public int count(SchoolYear year) {
        return Math.toIntExact(
                entities.createNamedQuery("Application.countGuardians", Long.class)
                        .setParameter("year", year.begins())
                        .setParameter("state", ApplicationState.DECIDED)
                        .getSingleResult());
    }

    /** The names of collèges, as families have registered there. */
    public Map<Uai, String> collegeNames(SchoolYear year) {
        Map<Uai, String> names = new HashMap<>();
        entities.createNamedQuery("ApplicationChild.colleges", Object[].class)
                .setParameter("year", year.begins())
                .getResultStream()
                .forEach(row -> names.put(new Uai((String) row[0]), (String) row[1]));
        return names;
    }

    /** The next guardians, in an order of their own. */
    public List<UUID> after(SchoolYear year, UUID last, int most) {
        return entities.createNamedQuery("Application.guardiansAfter", UUID.class)
                .setParameter("year", year.begins())
                .setParameter("state", ApplicationState.DECIDED)
                .setParameter("last", last)
                .setMaxResults(most)
                .getResultList();
    }

    /**
     * The households of some guardians. Two statements.
     *
     * @param last whichever child begins later is left out
     */
    public List<Household> of(SchoolYear year, List<UUID> guardians, LocalDate last) {
        Map<UUID, Application> applications = new HashMap<>();
        entities.createNamedQuery("Application.ofGuardians", Application.class)
                .setParameter("year", year.begins())
                .setParameter("state", ApplicationState.DECIDED)
                .setParameter("guardians", guardians)
                .getResultStream()
                .forEach(application -> applications.put(application.id(), application));
        Map<UUID, List<Member>> members = new HashMap<>();
        Map<UUID, String> names = new HashMap<>();
        if (!applications.isEmpty()) {
            entities.createNamedQuery("ApplicationChild.of", ApplicationChild.class)
                    .setParameter("applications", List.copyOf(applications.keySet()))
                    .getResultStream()
                    .filter(
                            child ->
                                    child.validFrom()
                                            .filter(from -> !from.isAfter(last))
                                            .isPresent())
                    .forEach(
                            child -> {
                                Application application = applications.get(child.application());
                                if (application != null) {
                                    UUID guardian = application.guardian().value();
                                    names.put(guardian, application.guardianName());
                                    members.computeIfAbsent(guardian, id -> new ArrayList<>())
                                            .add(
                                                    new Member(
                                                            child.registered(),
                                                            application.payers(),
                                                            application.quotient()));
                                }
                            });
        }
        return guardians.stream()
                .filter(members::containsKey)
                .map(
                        guardian ->
                                new Household(
                                        new PersonId(guardian),
                                        names.getOrDefault(guardian, ""),
                                        members.getOrDefault(guardian, List.of())))
                .toList();
    }
}
