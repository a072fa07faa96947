package fr.preau.tenants.people;

import fr.preau.api.school.Uai;
import java.util.List;
import java.util.Optional;

/**
 * What an adult does at one collège.
 *
 * @param subject a teacher's
 * @param headOf the classes whose head teacher (professeur principal) they are
 */
public record Post(
        Uai uai,
        Function function,
        Optional<Subject> subject,
        List<Teaching> teachings,
        List<String> headOf) {

    public Post {
        teachings = List.copyOf(teachings);
        headOf = List.copyOf(headOf);
    }

    static Post of(Uai uai, Function function) {
        return new Post(uai, function, Optional.empty(), List.of(), List.of());
    }

    static Post of(Uai uai, TeachingPost plan) {
        return new Post(
                uai,
                Function.TEACHER,
                Optional.of(plan.subject()),
                plan.teachings(),
                plan.headOf());
    }

    public String disciplineCode() {
        return subject.map(Subject::disciplineCode).orElse(function.disciplineCode());
    }

    public String discipline() {
        return subject.map(Subject::discipline).orElse(function.discipline());
    }
}
