package fr.preau.core.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A class of the collège, open until a delivery does not name it any more. */
@Entity
@Table(name = "school_class")
@NamedQuery(
        name = DirectoryClass.OPEN,
        query =
                "SELECT NEW fr.preau.core.directory.ListedClass(c.id, c.name) FROM DirectoryClass c"
                        + " WHERE c.closedOn IS NULL ORDER BY c.name, c.id")
@NamedQuery(
        name = DirectoryClass.OF_PERSON,
        query =
                "SELECT NEW fr.preau.core.directory.ListedClass(c.id, c.name) FROM DirectoryClass c"
                        + " WHERE c.closedOn IS NULL AND (c.id IN"
                        + " (SELECT m.schoolClass FROM ClassMember m WHERE m.person = :person)"
                        + " OR c.id IN"
                        + " (SELECT t.schoolClass FROM Teaching t WHERE t.teacher = :person)"
                        + " OR c.id IN"
                        + " (SELECT h.schoolClass FROM HeadTeacher h WHERE h.teacher = :person))"
                        + " ORDER BY c.name, c.id")
@NamedQuery(
        name = DirectoryClass.OF_PUPILS,
        query =
                "SELECT NEW fr.preau.core.directory.ListedMember(m.person, c.id, c.name)"
                        + " FROM ClassMember m, DirectoryClass c"
                        + " WHERE c.id = m.schoolClass AND c.closedOn IS NULL"
                        + " ORDER BY c.name, c.id")
class DirectoryClass {

    static final String OF_PUPILS = "DirectoryClass.ofPupils";
    static final String OPEN = "DirectoryClass.open";
    static final String OF_PERSON = "DirectoryClass.ofPerson";

    @Id private @Nullable UUID id;

    private String name = "";

    @Column(name = "closed_on")
    private @Nullable LocalDate closedOn;

    protected DirectoryClass() {}
}
