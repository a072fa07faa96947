package fr.preau.core.directory;

import fr.preau.api.school.GroupId;
import fr.preau.api.school.TeachingGroup;
import java.util.UUID;

/** A row of a list of groups as the database answers it; public for EclipseLink alone. */
public record ListedGroup(UUID id, String name) {

    TeachingGroup asGroup() {
        return new TeachingGroup(new GroupId(id), name);
    }
}
