package fr.preau.core.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A group that is taught at the collège, open until a delivery does not name it any more. */
@Entity
@Table(name = "school_group")
@NamedQuery(
        name = DirectoryGroup.OPEN,
        query =
                "SELECT NEW fr.preau.core.directory.ListedGroup(g.id, g.name) FROM DirectoryGroup g"
                        + " WHERE g.closedOn IS NULL ORDER BY g.name, g.id")
@NamedQuery(
        name = DirectoryGroup.OF_PERSONS,
        query =
                "SELECT NEW fr.preau.core.directory.ListedGroup(g.id, g.name) FROM DirectoryGroup g"
                        + " WHERE g.closedOn IS NULL AND (g.id IN (SELECT m.schoolGroup FROM"
                        + " GroupMember m WHERE m.person IN :persons) OR g.id IN (SELECT"
                        + " t.schoolGroup FROM GroupTeaching t WHERE t.teacher IN :persons))"
                        + " ORDER BY g.name, g.id")
@NamedQuery(
        name = DirectoryGroup.PUPILS,
        query =
                "SELECT DISTINCT NEW fr.preau.core.directory.ListedPerson(p.id, p.givenName,"
                        + " p.familyName, p.profile, p.functions)"
                        + " FROM GroupMember m JOIN DirectoryPerson p ON p.id = m.person"
                        + " WHERE m.schoolGroup IN :groups AND p.leftOn IS NULL"
                        + " ORDER BY p.familyName, p.givenName, p.id")
@NamedQuery(
        name = DirectoryGroup.GUARDIANS,
        query =
                "SELECT DISTINCT NEW fr.preau.core.directory.ListedPerson(p.id, p.givenName,"
                        + " p.familyName, p.profile, p.functions)"
                        + " FROM GroupMember m JOIN DirectoryPerson child ON child.id = m.person"
                        + " JOIN Guardianship g ON g.child = m.person"
                        + " JOIN DirectoryPerson p ON p.id = g.adult"
                        + " WHERE m.schoolGroup IN :groups AND child.leftOn IS NULL"
                        + " AND p.leftOn IS NULL AND g.validFrom <= :today"
                        + " AND (g.validUntil IS NULL OR g.validUntil > :today)"
                        + " AND (g.legal = TRUE OR g.inCharge = TRUE)"
                        + " ORDER BY p.familyName, p.givenName, p.id")
@NamedQuery(
        name = DirectoryGroup.TEACHERS,
        query =
                "SELECT NEW fr.preau.core.directory.ListedPerson(p.id, p.givenName,"
                        + " p.familyName, p.profile, p.functions)"
                        + " FROM DirectoryPerson p WHERE p.profile = 'TEACHER'"
                        + " AND p.leftOn IS NULL AND p.id IN (SELECT t.teacher FROM GroupTeaching t"
                        + " WHERE t.schoolGroup IN :groups)"
                        + " ORDER BY p.familyName, p.givenName, p.id")
class DirectoryGroup {

    static final String OPEN = "DirectoryGroup.open";
    static final String OF_PERSONS = "DirectoryGroup.ofPersons";
    static final String PUPILS = "DirectoryGroup.pupils";
    static final String GUARDIANS = "DirectoryGroup.guardians";
    static final String TEACHERS = "DirectoryGroup.teachers";

    @Id private @Nullable UUID id;

    private String name = "";

    @Column(name = "closed_on")
    private @Nullable LocalDate closedOn;

    protected DirectoryGroup() {}
}
