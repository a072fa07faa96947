package fr.preau.tenants.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.preau.api.school.Uai;
import fr.preau.tenants.CollegeDescriptor;
import fr.preau.tenants.Level;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class InventedDepartementTest {

    private static final InventedDepartement INVENTED = TestDepartement.invented();
    private static final List<InventedCollege> COLLEGES =
            INVENTED.departement().colleges().stream()
                    .map(college -> INVENTED.college(college.uai()))
                    .toList();

    @Test
    void everyLevelHasAsManyPupilsAsItsDescriptorSays() {
        for (InventedCollege college : COLLEGES) {
            for (Level level : Level.values()) {
                assertThat(college.pupils().stream().filter(pupil -> pupil.level() == level))
                        .as(college.descriptor().slug() + " " + level.shortName())
                        .hasSize(college.descriptor().headcount().of(level));
            }
        }
    }

    @Test
    void noClassAndNoGroupHasMoreThanThirtyPupils() {
        for (InventedCollege college : COLLEGES) {
            Map<String, Integer> sizes = new TreeMap<>();
            for (Pupil pupil : college.pupils()) {
                sizes.merge(pupil.schoolClass(), 1, Integer::sum);
                pupil.groups().forEach(group -> sizes.merge(group, 1, Integer::sum));
            }
            assertThat(sizes.values()).allSatisfy(size -> assertThat(size).isBetween(1, 30));
            assertThat(sizes.keySet()).isEqualTo(divisions(college));
        }
    }

    private static Set<String> divisions(InventedCollege college) {
        Set<String> names = new HashSet<>();
        college.classes().forEach(division -> names.add(division.name()));
        college.groups().forEach(division -> names.add(division.name()));
        return names;
    }

    @Test
    void everyPupilHasALegalGuardianWhomTheCollegeKnows() {
        for (InventedCollege college : COLLEGES) {
            Map<Long, Guardian> guardians = byJointure(college);
            assertThat(college.pupils())
                    .allSatisfy(
                            pupil -> {
                                assertThat(pupil.guardianships())
                                        .hasSizeBetween(1, 2)
                                        .anyMatch(link -> link.standing() == Standing.LEGAL);
                                for (Guardianship link : pupil.guardianships()) {
                                    assertThat(found(guardians, link.guardian()).children())
                                            .contains(pupil.jointure());
                                }
                            });
        }
    }

    @Test
    void familiesAreOfManyKinds() {
        InventedCollege sevres = college("sevres");
        Map<Long, Guardian> guardians = byJointure(sevres);

        assertThat(sevres.pupils()).anyMatch(pupil -> pupil.guardianships().size() == 1);
        assertThat(sevres.pupils()).anyMatch(pupil -> addresses(pupil, guardians) == 2);
        assertThat(sevres.pupils())
                .anyMatch(
                        pupil ->
                                pupil.guardianships().size() == 2
                                        && addresses(pupil, guardians) == 1);
        assertThat(sevres.pupils())
                .flatExtracting(Pupil::guardianships)
                .extracting(Guardianship::kinship)
                .contains(
                        Kinship.MOTHER,
                        Kinship.FATHER,
                        Kinship.GRANDPARENT,
                        Kinship.OTHER_RELATIVE);
    }

    private static long addresses(Pupil pupil, Map<Long, Guardian> guardians) {
        return pupil.guardianships().stream()
                .map(link -> found(guardians, link.guardian()))
                .map(Guardian::home)
                .distinct()
                .count();
    }

    @Test
    void brothersAndSistersHaveOtherNamesAndCouldBeBornToOneMother() {
        Map<Long, List<Pupil>> families = new HashMap<>();
        for (InventedCollege college : COLLEGES) {
            for (Pupil pupil : college.pupils()) {
                long guardian = pupil.guardianships().get(0).guardian();
                families.computeIfAbsent(guardian, any -> new ArrayList<>()).add(pupil);
            }
        }
        List<List<Pupil>> several =
                families.values().stream().filter(children -> children.size() > 1).toList();

        assertThat(several).hasSizeGreaterThan(5000);
        assertThat(several)
                .allSatisfy(
                        children -> {
                            assertThat(children)
                                    .extracting(child -> child.name().given())
                                    .doesNotHaveDuplicates();
                            assertThat(closest(children)).matches(days -> days == 0 || days > 270);
                        });
    }

    private static long closest(List<Pupil> children) {
        List<LocalDate> births = children.stream().map(Pupil::birth).sorted().toList();
        long closest = Long.MAX_VALUE;
        for (int child = 1; child < births.size(); child++) {
            long days = ChronoUnit.DAYS.between(births.get(child - 1), births.get(child));
            closest = Math.min(closest, days);
        }
        return closest;
    }

    @Test
    void mostSixthYearPupilsAreBornIn2015() {
        List<Integer> years =
                COLLEGES.stream()
                        .flatMap(college -> college.pupils().stream())
                        .filter(pupil -> pupil.level() == Level.SIXIEME)
                        .map(pupil -> pupil.birth().getYear())
                        .toList();

        assertThat(years).allSatisfy(year -> assertThat(year).isBetween(2014, 2016));
        assertThat(years.stream().filter(year -> year == 2015).count())
                .isGreaterThan(years.size() * 9L / 10);
    }

    @Test
    void aPersonOfTwoCollegesIsTheSameInBoth() {
        Map<Long, Object> people = new HashMap<>();
        int met = 0;
        for (InventedCollege college : COLLEGES) {
            List<Object> everybody = new ArrayList<>(college.guardians());
            everybody.addAll(college.staff());
            for (Object person : everybody) {
                Object known = people.putIfAbsent(jointure(person), person);
                if (known != null) {
                    assertThat(person).isEqualTo(known);
                    met++;
                }
            }
        }
        assertThat(met).isGreaterThan(1000);
    }

    private static long jointure(Object person) {
        return person instanceof Guardian guardian
                ? guardian.jointure()
                : ((StaffMember) person).jointure();
    }

    @Test
    void someGuardiansHaveChildrenInTwoCommunes() {
        Set<Long> inSevres = byJointure(college("sevres")).keySet();

        assertThat(byJointure(college("meudon-bel-air")).keySet()).containsAnyElementsOf(inSevres);
        assertThat(byJointure(college("ville-d-avray")).keySet()).containsAnyElementsOf(inSevres);
    }

    @Test
    void aboutTwoInAHundredGuardiansOfTwoCollegesAreFiledTwice() {
        List<Guardian> all = COLLEGES.stream().flatMap(c -> c.guardians().stream()).toList();
        Map<Long, Guardian> byJointure = new HashMap<>();
        all.forEach(guardian -> byJointure.put(guardian.jointure(), guardian));
        List<Guardian> second =
                byJointure.values().stream()
                        .filter(guardian -> guardian.jointure() % 10 >= Jointures.SECOND_RECORD)
                        .toList();
        int filedOnce = all.size() - byJointure.size();

        assertThat(100.0 * second.size() / (filedOnce + second.size())).isCloseTo(2, within(1.0));
        assertThat(second)
                .allSatisfy(
                        guardian -> {
                            Guardian first =
                                    found(
                                            byJointure,
                                            guardian.jointure() - Jointures.SECOND_RECORD);
                            assertThat(first.name()).isEqualTo(guardian.name());
                            assertThat(first.birth()).isEqualTo(guardian.birth());
                            assertThat(first.children())
                                    .doesNotContainAnyElementsOf(guardian.children());
                        });
    }

    @Test
    void everyClassHasOneTeacherPerSubjectAndOneHeadTeacherAmongThem() {
        for (InventedCollege college : COLLEGES) {
            Uai uai = college.descriptor().uai();
            for (Division schoolClass : college.classes()) {
                List<StaffMember> teachers =
                        college.staff().stream()
                                .filter(member -> teaches(member, uai, schoolClass.name()))
                                .toList();
                assertThat(teachers).hasSizeBetween(9, 10);
                assertThat(teachers.stream().filter(t -> t.heads(uai, schoolClass.name())))
                        .hasSize(1);
            }
        }
    }

    private static boolean teaches(StaffMember member, Uai uai, String division) {
        return member.posts().stream()
                .filter(post -> post.uai().equals(uai))
                .flatMap(post -> post.teachings().stream())
                .anyMatch(teaching -> teaching.division().equals(division));
    }

    @Test
    void everyCollegeHasItsStaffAndSomeTeachersHaveTwoColleges() {
        for (InventedCollege college : COLLEGES) {
            assertThat(college.staff())
                    .flatExtracting(StaffMember::posts)
                    .extracting(Post::function)
                    .contains(Function.values());
        }
        assertThat(COLLEGES)
                .flatExtracting(InventedCollege::staff)
                .filteredOn(member -> member.posts().size() == 2)
                .hasSizeGreaterThan(100)
                .allMatch(member -> member.has(Function.TEACHER));
    }

    @Test
    void aCollegeComesOutTheSameWhoeverIsInventedBefore() {
        InventedDepartement again = TestDepartement.invented();
        Uai sevres = college("sevres").descriptor().uai();

        assertThat(again.college(sevres)).isEqualTo(college("sevres"));
    }

    @Test
    void anotherSeedGivesOtherPeople() {
        InventedDepartement other = TestDepartement.invented(7);
        CollegeDescriptor sevres = college("sevres").descriptor();

        assertThat(other.college(sevres.uai()).pupils())
                .hasSize(sevres.headcount().total())
                .extracting(Pupil::name)
                .isNotEqualTo(college("sevres").pupils().stream().map(Pupil::name).toList());
    }

    private static InventedCollege college(String slug) {
        return COLLEGES.stream()
                .filter(college -> college.descriptor().slug().equals(slug))
                .findFirst()
                .orElseThrow();
    }

    private static Map<Long, Guardian> byJointure(InventedCollege college) {
        return college.guardians().stream()
                .collect(Collectors.toMap(Guardian::jointure, guardian -> guardian));
    }

    private static Guardian found(Map<Long, Guardian> guardians, long jointure) {
        Guardian guardian = guardians.get(jointure);
        if (guardian == null) {
            throw new AssertionError("no guardian " + jointure);
        }
        return guardian;
    }
}
