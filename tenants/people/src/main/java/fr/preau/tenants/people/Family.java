package fr.preau.tenants.people;

import fr.preau.api.school.Uai;
import java.util.List;
import java.util.Set;

/**
 * The children of one family and the adults around them.
 *
 * @param recordedTwice the jointures of adults whom the second collège filed as someone new
 */
record Family(
        FamilyPlan plan, List<Pupil> children, List<Guardian> guardians, Set<Long> recordedTwice) {

    Family {
        children = List.copyOf(children);
        guardians = List.copyOf(guardians);
        recordedTwice = Set.copyOf(recordedTwice);
    }

    List<Pupil> childrenAt(Uai uai) {
        return children.stream()
                .filter(child -> child.uai().equals(uai))
                .map(
                        child ->
                                child.guardedBy(
                                        child.guardianships().stream()
                                                .map(link -> link.by(at(uai, link.guardian())))
                                                .toList()))
                .toList();
    }

    List<Guardian> guardiansAt(Uai uai) {
        return guardians.stream().map(guardian -> at(uai, guardian)).toList();
    }

    private Guardian at(Uai uai, Guardian guardian) {
        if (!recordedTwice.contains(guardian.jointure())) {
            return guardian;
        }
        List<Long> here =
                children.stream()
                        .filter(child -> child.uai().equals(uai))
                        .map(Pupil::jointure)
                        .toList();
        return guardian.as(at(uai, guardian.jointure()), here);
    }

    private long at(Uai uai, long guardian) {
        boolean second = recordedTwice.contains(guardian) && !uai.equals(plan.owner());
        return second ? guardian + Jointures.SECOND_RECORD : guardian;
    }
}
