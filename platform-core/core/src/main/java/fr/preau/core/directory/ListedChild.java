package fr.preau.core.directory;

import fr.preau.api.school.Child;
import fr.preau.api.school.GuardianRights;
import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.SchoolClass;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A child of a guardian in one of the child's classes; a child without a class has one row. */
public record ListedChild(
        UUID adult,
        UUID id,
        String givenName,
        String familyName,
        String profile,
        String functions,
        @Nullable UUID classId,
        @Nullable String className,
        boolean legal,
        boolean payer,
        boolean contact) {

    /** The children of each adult. */
    static Map<PersonId, List<Child>> byAdult(List<ListedChild> rows) {
        Map<PersonId, List<ListedChild>> byAdult = new LinkedHashMap<>();
        rows.forEach(
                row ->
                        byAdult.computeIfAbsent(new PersonId(row.adult), adult -> new ArrayList<>())
                                .add(row));
        Map<PersonId, List<Child>> children = new LinkedHashMap<>();
        byAdult.forEach((adult, own) -> children.put(adult, together(own)));
        return children;
    }

    /** Brings the rows of each child together; they come sorted by child. */
    static List<Child> together(List<ListedChild> rows) {
        Map<UUID, List<ListedChild>> byChild = new LinkedHashMap<>();
        rows.forEach(row -> byChild.computeIfAbsent(row.id, id -> new ArrayList<>()).add(row));
        return byChild.values().stream().map(ListedChild::asChild).toList();
    }

    private static Child asChild(List<ListedChild> rows) {
        ListedChild first = rows.get(0);
        Person pupil =
                new ListedPerson(
                                first.id,
                                first.givenName,
                                first.familyName,
                                first.profile,
                                first.functions)
                        .asPerson();
        List<SchoolClass> classes = new ArrayList<>();
        for (ListedChild row : rows) {
            if (row.classId != null && row.className != null) {
                classes.add(new ListedClass(row.classId, row.className).asClass());
            }
        }
        return new Child(
                pupil, classes, new GuardianRights(first.legal, first.payer, first.contact));
    }
}
