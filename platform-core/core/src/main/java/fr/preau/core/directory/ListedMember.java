package fr.preau.core.directory;

import fr.preau.api.school.ClassId;
import fr.preau.api.school.SchoolClass;
import java.util.UUID;

/** That a pupil is in a class, as the database answers it; public for EclipseLink alone. */
public record ListedMember(UUID person, UUID id, String name) {

    SchoolClass asClass() {
        return new SchoolClass(new ClassId(id), name);
    }
}
