package fr.preau.tenants.people;

import fr.preau.tenants.Academie;
import fr.preau.tenants.CollegeDescriptor;
import java.util.List;

/**
 * A collège with everybody around it; each list is in the order of the jointures.
 *
 * @param classes in the order of the levels, the youngest first
 */
public record InventedCollege(
        CollegeDescriptor descriptor,
        Academie academie,
        List<Division> classes,
        List<Division> groups,
        List<Pupil> pupils,
        List<Guardian> guardians,
        List<StaffMember> staff) {

    public InventedCollege {
        classes = List.copyOf(classes);
        groups = List.copyOf(groups);
        pupils = List.copyOf(pupils);
        guardians = List.copyOf(guardians);
        staff = List.copyOf(staff);
    }
}
