package fr.preau.tenants;

import fr.preau.api.school.Uai;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A département and its public collèges.
 *
 * @param number its official number, as in 92 or 2A
 * @param place what it keeps for all of them
 * @param preparedSmallest how many collèges, the smallest by head count, are prepared but not
 *     active
 * @param colleges all of them, in the order of their UAI
 */
public record Departement(
        String name,
        String number,
        Academie academie,
        OwnPlace place,
        int preparedSmallest,
        List<CollegeDescriptor> colleges) {

    private static final int LONGEST_NAME = 120;

    /** As in 974. */
    private static final int LONGEST_NUMBER = 3;

    public Departement {
        checkName(name);
        checkNumber(number);
        colleges =
                colleges.stream()
                        .sorted(Comparator.comparing(college -> college.uai().value()))
                        .toList();
    }

    static String checkName(String name) {
        return Check.text(name, LONGEST_NAME);
    }

    static String checkNumber(String number) {
        return Check.text(number, LONGEST_NUMBER);
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
