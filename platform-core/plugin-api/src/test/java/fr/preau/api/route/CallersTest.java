package fr.preau.api.route;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.Profile;
import fr.preau.api.school.StaffFunction;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallersTest {

    private static final Set<StaffFunction> NONE = Set.of();

    @Test
    void onlyTheNamedProfilesAreLetIn() {
        Callers teachersAndPupils = Callers.profiles(Profile.TEACHER, Profile.PUPIL);
        assertThat(teachersAndPupils.admit(Profile.TEACHER, NONE)).isTrue();
        assertThat(teachersAndPupils.admit(Profile.PUPIL, NONE)).isTrue();
        assertThat(teachersAndPupils.admit(Profile.GUARDIAN, NONE)).isFalse();
        assertThat(teachersAndPupils.admit(Profile.STAFF, Set.of(StaffFunction.PRINCIPAL)))
                .isFalse();
        assertThat(teachersAndPupils.visitors()).isFalse();
    }

    @Test
    void staffNeedOneOfTheNamedFunctions() {
        Callers callers = Callers.staff(StaffFunction.CPE, StaffFunction.PRINCIPAL);
        assertThat(callers.admit(Profile.STAFF, Set.of(StaffFunction.CPE))).isTrue();
        assertThat(
                        callers.admit(
                                Profile.STAFF,
                                Set.of(StaffFunction.SECRETARY, StaffFunction.PRINCIPAL)))
                .isTrue();
        assertThat(callers.admit(Profile.STAFF, Set.of(StaffFunction.SECRETARY))).isFalse();
        assertThat(callers.admit(Profile.STAFF, NONE)).isFalse();
    }

    @Test
    void aFunctionOpensNothingToSomebodyWhoIsNotStaff() {
        Callers callers = Callers.staff(StaffFunction.CPE);
        assertThat(callers.admit(Profile.TEACHER, Set.of(StaffFunction.CPE))).isFalse();
    }

    @Test
    void oneMoreProfileLeavesWhatTheStaffNeedAsItIs() {
        Callers callers = Callers.staff(StaffFunction.CPE).and(Profile.TEACHER);
        assertThat(callers.admit(Profile.TEACHER, NONE)).isTrue();
        assertThat(callers.admit(Profile.STAFF, NONE)).isFalse();
        assertThat(callers.admit(Profile.STAFF, Set.of(StaffFunction.CPE))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void everybodyWhoIsSignedInIsLetInButNoVisitor(Profile profile) {
        assertThat(Callers.signedIn().admit(profile, NONE)).isTrue();
        assertThat(Callers.signedIn().visitors()).isFalse();
        assertThat(Callers.anyone().visitors()).isTrue();
    }
}
