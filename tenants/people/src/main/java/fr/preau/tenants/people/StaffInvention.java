package fr.preau.tenants.people;

import fr.preau.api.school.Uai;
import fr.preau.tenants.CollegeDescriptor;
import fr.preau.tenants.Departement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Invents the adults who work at a collège. */
final class StaffInvention {

    private static final int PUPILS_PER_CPE = 400;
    private static final int PUPILS_PER_SECRETARY = 500;

    /** Teaching posts are numbered from 0, the others from here. */
    private static final int FIRST_OTHER_POST = 500;

    private final long seed;
    private final Departement departement;
    private final DepartementPlan plan;
    private final Names names;

    StaffInvention(long seed, Departement departement, DepartementPlan plan, Names names) {
        this.seed = seed;
        this.departement = departement;
        this.plan = plan;
        this.names = names;
    }

    List<StaffMember> staff(CollegeDescriptor college) {
        List<StaffMember> staff = new ArrayList<>();
        Uai uai = college.uai();
        for (TeachingPost post : plan.school(uai).posts()) {
            staff.add(teacher(uai, post));
        }
        int number = FIRST_OTHER_POST;
        for (Function function : others(college.headcount().total())) {
            staff.add(member(uai, number++, List.of(Post.of(uai, function))));
        }
        return staff.stream().sorted(Comparator.comparing(StaffMember::jointure)).toList();
    }

    /** The same person whichever of their two collèges asks: the smaller UAI names the dice. */
    private StaffMember teacher(Uai uai, TeachingPost post) {
        Post here = Post.of(uai, post);
        return plan.otherPost(uai, post.number())
                .map(
                        other -> {
                            Post there =
                                    Post.of(
                                            other.uai(),
                                            plan.school(other.uai()).posts().get(other.number()));
                            boolean hereFirst = uai.value().compareTo(other.uai().value()) < 0;
                            return hereFirst
                                    ? member(uai, post.number(), List.of(here, there))
                                    : member(other.uai(), other.number(), List.of(there, here));
                        })
                .orElseGet(() -> member(uai, post.number(), List.of(here)));
    }

    private static List<Function> others(int pupils) {
        List<Function> functions = new ArrayList<>();
        functions.add(Function.PRINCIPAL);
        functions.add(Function.DEPUTY);
        functions.add(Function.GESTIONNAIRE);
        functions.add(Function.ENT_ADMINISTRATOR);
        functions.add(Function.LIBRARIAN);
        for (int count = 0; count <= pupils / PUPILS_PER_CPE; count++) {
            functions.add(Function.CPE);
        }
        for (int count = 0; count <= pupils / PUPILS_PER_SECRETARY; count++) {
            functions.add(Function.SECRETARY);
        }
        return functions;
    }

    private StaffMember member(Uai uai, int number, List<Post> posts) {
        Dice dice = Dice.named(seed, "staff", uai.value(), number);
        Origin origin = names.origin(dice);
        Gender gender = dice.percent(64) ? Gender.FEMALE : Gender.MALE;
        PersonName name =
                PersonName.of(names.adult(dice, origin, gender), dice.oneOf(origin.families()));
        long jointure = Jointures.staff(uai, number);
        LocalDate birth = LocalDate.ofYearDay(dice.between(1962, 2001), dice.between(1, 365));
        String mail = Contacts.ofStaff(name, jointure, departement.academie().name());
        return new StaffMember(jointure, gender, name, birth, mail, posts);
    }
}
