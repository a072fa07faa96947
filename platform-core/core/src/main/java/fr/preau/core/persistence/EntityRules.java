package fr.preau.core.persistence;

import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.NamedStoredProcedureQuery;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.QueryHint;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What entity classes may not say, since one persistence unit serves all collèges: a number or an
 * object that EclipseLink keeps for later would come from the collège that asked first.
 */
final class EntityRules {

    /** The database, or nobody but the row itself, knows these identities. */
    /** At most how many rows a named query reads, without its SQL being composed each time. */
    private static final String MOST_ROWS = "eclipselink.jdbc.max-rows";

    private static final Set<GenerationType> OF_ONE_COLLEGE =
            Set.of(GenerationType.IDENTITY, GenerationType.UUID);

    private EntityRules() {}

    /**
     * Looks at the classes of a unit before it is made.
     *
     * @throws IllegalArgumentException with the class and what is wrong with it
     */
    static void check(ClassLoader loader, List<String> classes) {
        for (String name : classes) {
            try {
                for (Class<?> type = Class.forName(name, false, loader);
                        type != null && type != Object.class;
                        type = type.getSuperclass()) {
                    checkGenerators(type);
                    checkNamedQueries(type);
                }
            } catch (ClassNotFoundException e) {
                throw new IllegalArgumentException(
                        "there is no class " + name + ", which is named as an entity", e);
            }
        }
    }

    private static void checkGenerators(Class<?> type) {
        Stream.concat(Stream.of(type.getDeclaredFields()), Stream.of(type.getDeclaredMethods()))
                .filter(member -> !isOfOneCollege(member))
                .findFirst()
                .ifPresent(
                        member -> {
                            throw new IllegalArgumentException(
                                    type.getName()
                                            + "."
                                            + member.getName()
                                            + " is numbered in advance for all collèges at once:"
                                            + " use NewIds, or GenerationType.IDENTITY");
                        });
    }

    private static boolean isOfOneCollege(AnnotatedElement member) {
        GeneratedValue generated = member.getAnnotation(GeneratedValue.class);
        return generated == null || OF_ONE_COLLEGE.contains(generated.strategy());
    }

    private static void checkNamedQueries(Class<?> type) {
        if (type.getAnnotationsByType(NamedStoredProcedureQuery.class).length > 0) {
            throw new IllegalArgumentException(
                    type.getName() + " names a stored procedure, which could leave the collège");
        }
        Stream.concat(
                        Stream.of(type.getAnnotationsByType(NamedQuery.class))
                                .map(NamedQuery::hints),
                        Stream.of(type.getAnnotationsByType(NamedNativeQuery.class))
                                .map(NamedNativeQuery::hints))
                .flatMap(Stream::of)
                .map(QueryHint::name)
                .forEach(EntityRules::checkHint);
    }

    /** EclipseLink's own hints open cursors, caches and SQL that nobody has looked at. */
    static void checkHint(String name) {
        if (!name.startsWith("jakarta.persistence.") && !name.equals(MOST_ROWS)) {
            throw new PersistenceException(
                    "the hint "
                            + name
                            + " is not a module's; those of jakarta.persistence are, and "
                            + MOST_ROWS);
        }
    }
}
