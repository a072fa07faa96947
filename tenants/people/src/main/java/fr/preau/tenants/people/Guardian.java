package fr.preau.tenants.people;

import java.time.LocalDate;
import java.util.List;

/**
 * An adult of a child's family.
 *
 * @param jointure the académie's identifier
 * @param sharesAddress allows the school to give the address to the parents' associations
 * @param children the pupils' jointures, at this and at other collèges
 */
public record Guardian(
        long jointure,
        Gender gender,
        PersonName name,
        LocalDate birth,
        Home home,
        Contact contact,
        boolean sharesAddress,
        List<Long> children) {

    public Guardian {
        children = List.copyOf(children);
    }

    Guardian as(long otherJointure, List<Long> theseChildren) {
        return new Guardian(
                otherJointure, gender, name, birth, home, contact, sharesAddress, theseChildren);
    }
}
