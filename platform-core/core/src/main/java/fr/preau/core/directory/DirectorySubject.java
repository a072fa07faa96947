package fr.preau.core.directory;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A subject (matière) that is taught at the collège, to classes or to groups. */
@Entity
@Table(name = "subject")
@NamedQuery(
        name = DirectorySubject.OF_TEACHERS,
        query =
                "SELECT NEW fr.preau.core.directory.ListedSubject(p.id, s.label)"
                        + " FROM DirectoryPerson p, DirectorySubject s"
                        + " WHERE p.id IN :teachers AND p.leftOn IS NULL AND (s.id IN"
                        + " (SELECT t.subject FROM Teaching t WHERE t.teacher = p.id)"
                        + " OR s.id IN"
                        + " (SELECT g.subject FROM GroupTeaching g WHERE g.teacher = p.id))"
                        + " ORDER BY s.label, s.id")
class DirectorySubject {

    static final String OF_TEACHERS = "DirectorySubject.ofTeachers";

    @Id private @Nullable UUID id;

    private String label = "";

    protected DirectorySubject() {}
}
