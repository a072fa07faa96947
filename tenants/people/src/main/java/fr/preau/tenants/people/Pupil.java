package fr.preau.tenants.people;

import fr.preau.api.school.Uai;
import fr.preau.tenants.Level;
import java.time.LocalDate;
import java.util.List;

/**
 * A pupil of one collège.
 *
 * @param jointure the académie's identifier
 * @param ine the national pupil's number
 * @param otherGivenNames may be empty
 * @param options the subjects that the pupil chose
 * @param grant whether the family has a grant (bourse)
 * @param guardianships at least one of them legal
 */
public record Pupil(
        long jointure,
        String ine,
        Uai uai,
        Gender gender,
        PersonName name,
        List<String> otherGivenNames,
        LocalDate birth,
        Level level,
        String schoolClass,
        List<String> groups,
        List<Subject> options,
        Regime regime,
        boolean grant,
        boolean schoolBus,
        Home home,
        List<Guardianship> guardianships) {

    public Pupil {
        otherGivenNames = List.copyOf(otherGivenNames);
        groups = List.copyOf(groups);
        options = List.copyOf(options);
        guardianships = List.copyOf(guardianships);
        if (guardianships.stream().noneMatch(link -> link.standing() == Standing.LEGAL)) {
            throw new IllegalArgumentException("a pupil without a legal guardian");
        }
    }

    Pupil guardedBy(List<Guardianship> others) {
        return new Pupil(
                jointure,
                ine,
                uai,
                gender,
                name,
                otherGivenNames,
                birth,
                level,
                schoolClass,
                groups,
                options,
                regime,
                grant,
                schoolBus,
                home,
                others);
    }
}
