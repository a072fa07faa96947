package fr.preau.core.directory;

import fr.preau.api.school.ClassId;
import fr.preau.api.school.SchoolClass;
import java.util.UUID;

/** A row of a list of classes as the database answers it; public for EclipseLink alone. */
public record ListedClass(UUID id, String name) {

    SchoolClass asClass() {
        return new SchoolClass(new ClassId(id), name);
    }
}
