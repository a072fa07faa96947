package fr.preau.tenants.people.aaf;

import fr.preau.tenants.people.Function;
import fr.preau.tenants.people.Jointures;
import fr.preau.tenants.people.Post;
import fr.preau.tenants.people.StaffMember;
import fr.preau.tenants.people.Subject;
import fr.preau.tenants.people.Teaching;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** A teacher or another adult of the school as the AAF writes one (category PersEducNat). */
final class StaffAddition {

    private StaffAddition() {}

    static Addition of(StaffMember member) {
        Post first = member.posts().get(0);
        Addition addition =
                Addition.ofPerson("PersEducNat", member.jointure())
                        .with("ENTPersonDateNaissance", member.birth())
                        .with("sn", member.name().family())
                        .with("givenName", member.name().given())
                        .with("ENTPersonAutresPrenoms", "")
                        .with("ENTPersonNomPatro", member.name().birthFamily())
                        .with("personalTitle", member.gender().title())
                        .with("categoriePersonne", "PersEducNat")
                        .with("mail", member.mail())
                        .with(
                                "ENTPersonStructRattach",
                                String.valueOf(Jointures.school(first.uai())));
        teaching(addition, member);
        boolean teaches = member.has(Function.TEACHER);
        return addition.with(
                        "ENTPersonFonctions",
                        member.posts().stream().map(StaffAddition::function).toList())
                .with("PersEducNatPresenceDevantEleves", teaches)
                .with("ENTPersonCategorieEnseignant", teaches ? "CERTIFIE" : "")
                .with("ENTPersonSTSId", String.valueOf(member.jointure() % 10_000_000));
    }

    private static void teaching(Addition addition, StaffMember member) {
        boolean teaches = member.has(Function.TEACHER);
        Post first = member.posts().get(0);
        String discipline = first.disciplineCode() + "$" + first.discipline();
        addition.with("ENTAuxEnsCategoDiscipline", teaches ? discipline : "")
                .with("ENTAuxEnsDisciplinesPoste", teaches ? discipline : "")
                .with("ENTAuxEnsMEF", distinct(member, StaffAddition::course))
                .with("ENTAuxEnsMatiereEnseignEtab", subjects(member))
                .with(
                        "ENTAuxEnsClassesMatieres",
                        each(member, teaching -> !teaching.toGroup(), StaffAddition::division))
                .with(
                        "ENTAuxEnsGroupesMatieres",
                        each(member, Teaching::toGroup, StaffAddition::division))
                .with("ENTAuxEnsClassesPrincipal", headOf(member));
    }

    private static List<String> subjects(StaffMember member) {
        return member.posts().stream()
                .flatMap(
                        post ->
                                post.subject().map(Subject::label).stream()
                                        .map(label -> Jointures.school(post.uai()) + "$" + label))
                .toList();
    }

    private static List<String> headOf(StaffMember member) {
        return member.posts().stream()
                .flatMap(
                        post ->
                                post.headOf().stream()
                                        .map(name -> Jointures.school(post.uai()) + "$" + name))
                .toList();
    }

    private static List<String> distinct(
            StaffMember member, BiFunction<Post, Teaching, String> write) {
        return each(member, teaching -> true, write).stream().distinct().toList();
    }

    private static List<String> each(
            StaffMember member,
            Predicate<Teaching> which,
            BiFunction<Post, Teaching, String> write) {
        List<String> values = new ArrayList<>();
        for (Post post : member.posts()) {
            for (Teaching teaching : post.teachings()) {
                if (which.test(teaching)) {
                    values.add(write.apply(post, teaching));
                }
            }
        }
        return values;
    }

    private static String course(Post post, Teaching teaching) {
        Course course = Course.of(teaching.level());
        return Jointures.school(post.uai()) + "$" + course.code() + "$" + course.label();
    }

    private static String division(Post post, Teaching teaching) {
        return String.join(
                "$",
                String.valueOf(Jointures.school(post.uai())),
                teaching.division(),
                teaching.subject().code());
    }

    private static String function(Post post) {
        return String.join(
                "$",
                String.valueOf(Jointures.school(post.uai())),
                post.function().code(),
                post.function().label(),
                post.disciplineCode(),
                post.discipline());
    }
}
