package fr.preau.tenants.people;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.Profile;
import fr.preau.api.school.Uai;
import fr.preau.tenants.CollegeDescriptor;
import fr.preau.tenants.Departement;
import fr.preau.tenants.Level;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoRosterTest {

    private static final InventedDepartement INVENTED = TestDepartement.invented();
    private static final DemoRoster ROSTER = DemoRoster.of(INVENTED);

    private final Departement departement = INVENTED.departement();
    private final Uai sevresUai = departement.college("sevres").orElseThrow().uai();
    private final InventedCollege sevres = INVENTED.college(sevresUai);

    @Test
    void everyDemoAccountButTheOperatorsHasItsPerson() {
        assertThat(ROSTER.people())
                .extracting(DemoPerson::login)
                .containsExactly(
                        "direction.sevres",
                        "cpe.sevres",
                        "secretariat.sevres",
                        "gestion.sevres",
                        "admin.sevres",
                        "prof.sevres",
                        "parent.sevres",
                        "eleve.sevres",
                        "direction.meudon-bel-air");
        assertThat(ROSTER.people())
                .filteredOn(person -> person.login().endsWith(".sevres"))
                .hasSize(8)
                .allSatisfy(person -> assertThat(person.colleges()).startsWith(sevresUai));
    }

    @Test
    void theTwoFirstCollegesAreSevresAndAnActiveNeighbour() {
        assertThat(ROSTER.firstColleges()).hasSize(2).startsWith(sevresUai);
        assertThat(ROSTER.firstColleges())
                .allSatisfy(
                        uai ->
                                assertThat(departement.college(uai))
                                        .matches(
                                                college ->
                                                        college.map(CollegeDescriptor::active)
                                                                .orElse(false)));
    }

    @Test
    void theParentIsALegalGuardianOfOneChildInEachOfTheTwo() {
        DemoPerson parent = person("parent.sevres");

        assertThat(parent.colleges()).isEqualTo(ROSTER.firstColleges());
        assertThat(parent.label()).isEqualTo("Parent de deux enfants, à Sèvres et à Meudon");
        for (Uai uai : parent.colleges()) {
            assertThat(children(INVENTED.college(uai), parent)).hasSize(1);
        }
        for (CollegeDescriptor other : departement.colleges()) {
            if (!parent.colleges().contains(other.uai())) {
                assertThat(children(INVENTED.college(other.uai()), parent)).isEmpty();
            }
        }
    }

    @Test
    void theNeighboursPrincipalIsNoneOfSevres() {
        DemoPerson neighbour = person("direction.meudon-bel-air");
        Uai there = ROSTER.firstColleges().get(1);

        assertThat(neighbour.colleges()).containsExactly(there);
        assertThat(neighbour.label()).isEqualTo("Direction, collège Bel Air (Meudon)");
        assertThat(INVENTED.college(there).staff())
                .filteredOn(member -> member.jointure() == neighbour.jointure())
                .singleElement()
                .matches(member -> member.has(Function.PRINCIPAL));
        assertThat(sevres.staff()).noneMatch(member -> member.jointure() == neighbour.jointure());
    }

    @Test
    void theTeacherHeadsTheClassOfThePupilAndOfTheParentsChild() {
        Pupil pupil = pupil(person("eleve.sevres").jointure());
        Pupil child = children(sevres, person("parent.sevres")).get(0);
        StaffMember teacher = member("prof.sevres");

        assertThat(pupil.level()).isEqualTo(Level.CINQUIEME);
        assertThat(pupil).isNotEqualTo(child);
        assertThat(child.schoolClass()).isEqualTo(pupil.schoolClass());
        assertThat(teacher.heads(sevresUai, pupil.schoolClass())).isTrue();
        assertThat(person("prof.sevres").profile()).isEqualTo(Profile.TEACHER);
    }

    @Test
    void theStaffHaveTheFunctionsTheirLoginsSay() {
        assertThat(member("direction.sevres").has(Function.PRINCIPAL)).isTrue();
        assertThat(member("cpe.sevres").has(Function.CPE)).isTrue();
        assertThat(member("secretariat.sevres").has(Function.SECRETARY)).isTrue();
        assertThat(member("gestion.sevres").has(Function.GESTIONNAIRE)).isTrue();
        assertThat(member("admin.sevres").has(Function.ENT_ADMINISTRATOR)).isTrue();
    }

    private static List<Pupil> children(InventedCollege college, DemoPerson parent) {
        return college.pupils().stream()
                .filter(
                        pupil ->
                                pupil.guardianships().stream()
                                        .anyMatch(
                                                link ->
                                                        link.guardian() == parent.jointure()
                                                                && link.standing()
                                                                        == Standing.LEGAL))
                .toList();
    }

    private static DemoPerson person(String login) {
        return ROSTER.people().stream()
                .filter(person -> person.login().equals(login))
                .findFirst()
                .orElseThrow();
    }

    private StaffMember member(String login) {
        long jointure = person(login).jointure();
        return sevres.staff().stream()
                .filter(member -> member.jointure() == jointure)
                .findFirst()
                .orElseThrow();
    }

    private Pupil pupil(long jointure) {
        return sevres.pupils().stream()
                .filter(pupil -> pupil.jointure() == jointure)
                .findFirst()
                .orElseThrow();
    }
}
