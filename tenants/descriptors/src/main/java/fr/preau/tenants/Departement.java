package fr.preau.tenants;

import fr.preau.api.school.Uai;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A département and its public collèges.
 *
 * @param number its official number, as in 92 or 2A
 * @param preparedSmallest how many collèges, the smallest by head count, are prepared but not
 *     active
 * @param colleges all of them, in the order of their UAI
 */
public record Departement(
        String name,
        String number,
        Academie academie,
        int preparedSmallest,
        List<CollegeDescriptor> colleges) {

    public Departement {
        Check.text(name);
        Check.text(number);
        colleges =
                colleges.stream()
                        .sorted(Comparator.comparing(college -> college.uai().value()))
                        .toList();
    }

    public List<CollegeDescriptor> active() {
        return colleges.stream().filter(CollegeDescriptor::active).toList();
    }

    public List<CollegeDescriptor> prepared() {
        return colleges.stream().filter(college -> !college.active()).toList();
    }

    public Optional<CollegeDescriptor> college(Uai uai) {
        return colleges.stream().filter(college -> college.uai().equals(uai)).findFirst();
    }

    public Optional<CollegeDescriptor> college(String slug) {
        return colleges.stream().filter(college -> college.slug().equals(slug)).findFirst();
    }
}
