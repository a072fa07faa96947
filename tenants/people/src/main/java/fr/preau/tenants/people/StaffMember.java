package fr.preau.tenants.people;

import fr.preau.api.school.Uai;
import java.time.LocalDate;
import java.util.List;

/**
 * An adult who works at a collège, or at two.
 *
 * @param jointure the académie's identifier
 * @param posts the first is at the collège that the person belongs to
 */
public record StaffMember(
        long jointure,
        Gender gender,
        PersonName name,
        LocalDate birth,
        String mail,
        List<Post> posts) {

    public StaffMember {
        posts = List.copyOf(posts);
    }

    public boolean has(Function function) {
        return posts.stream().anyMatch(post -> post.function() == function);
    }

    public boolean heads(Uai uai, String schoolClass) {
        return posts.stream()
                .anyMatch(post -> post.uai().equals(uai) && post.headOf().contains(schoolClass));
    }
}
