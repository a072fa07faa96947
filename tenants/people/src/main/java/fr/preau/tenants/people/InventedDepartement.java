package fr.preau.tenants.people;

import fr.preau.api.school.Uai;
import fr.preau.tenants.CollegeDescriptor;
import fr.preau.tenants.Departement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The invented people of a département, one collège at a time, in any order. */
public final class InventedDepartement {

    /** The seed of the demo, so that its people are the same on every machine. */
    public static final long DEMO_SEED = 20_261_101L;

    private final long seed;
    private final Departement departement;
    private final DepartementPlan plan;
    private final Names names = Names.read();

    public InventedDepartement(Departement departement, long seed) {
        this.seed = seed;
        this.departement = departement;
        this.plan = new DepartementPlan(departement, seed);
    }

    public Departement departement() {
        return departement;
    }

    DepartementPlan plan() {
        return plan;
    }

    /**
     * Everybody of one collège.
     *
     * @throws java.util.NoSuchElementException if the département has no such collège
     */
    public InventedCollege college(Uai uai) {
        CollegeDescriptor descriptor = departement.college(uai).orElseThrow();
        List<Pupil> pupils = new ArrayList<>();
        List<Guardian> guardians = new ArrayList<>();
        for (FamilyPlan familyPlan : plan.families(uai)) {
            Family family = family(familyPlan);
            pupils.addAll(family.childrenAt(uai));
            guardians.addAll(family.guardiansAt(uai));
        }
        pupils.sort(Comparator.comparing(Pupil::jointure));
        guardians.sort(Comparator.comparing(Guardian::jointure));
        return new InventedCollege(
                descriptor,
                departement.academie(),
                classes(uai),
                groups(uai),
                pupils,
                guardians,
                new StaffInvention(seed, departement, plan, names).staff(descriptor));
    }

    Family family(FamilyPlan familyPlan) {
        Dice dice = Dice.named(seed, "family", familyPlan.owner().value(), familyPlan.number());
        Homes homes = new Homes(departement, names);
        return new FamilyInvention(plan, names, homes, familyPlan, dice).invent();
    }

    private List<Division> classes(Uai uai) {
        List<Division> classes = new ArrayList<>();
        for (LevelPlan level : plan.school(uai).levels()) {
            level.classes().forEach(name -> classes.add(new Division(level.level(), name)));
        }
        return classes;
    }

    private List<Division> groups(Uai uai) {
        List<Division> groups = new ArrayList<>();
        for (LevelPlan level : plan.school(uai).levels()) {
            for (LevelPlan.Option option : level.options()) {
                option.groups().forEach(name -> groups.add(new Division(level.level(), name)));
            }
        }
        return groups;
    }
}
