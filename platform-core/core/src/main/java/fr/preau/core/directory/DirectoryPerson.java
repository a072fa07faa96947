package fr.preau.core.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Anybody of the collège as the académie named them; the import writes it, nobody else does. */
@Entity
@Table(name = "person")
@NamedQuery(
        name = DirectoryPerson.BY_IDS,
        query =
                "SELECT NEW fr.preau.core.directory.ListedPerson(p.id, p.givenName, p.familyName,"
                        + " p.profile, p.functions) FROM DirectoryPerson p"
                        + " WHERE p.id IN :ids AND p.leftOn IS NULL")
@NamedQuery(
        name = DirectoryPerson.BY_NAME,
        query =
                "SELECT NEW fr.preau.core.directory.ListedPerson(p.id, p.givenName, p.familyName,"
                        + " p.profile, p.functions) FROM DirectoryPerson p"
                        + " WHERE p.profile IN :profiles AND p.leftOn IS NULL"
                        + " AND (p.familyFirst LIKE :beginning ESCAPE '!'"
                        + " OR p.givenFirst LIKE :beginning ESCAPE '!')"
                        + " ORDER BY p.familyName, p.givenName, p.id")
@NamedQuery(
        name = DirectoryPerson.OF_PROFILES,
        query =
                "SELECT NEW fr.preau.core.directory.ListedPerson(p.id, p.givenName, p.familyName,"
                        + " p.profile, p.functions) FROM DirectoryPerson p"
                        + " WHERE p.profile IN :profiles AND p.leftOn IS NULL"
                        + " ORDER BY p.familyName, p.givenName, p.id")
@NamedQuery(
        name = DirectoryPerson.GUARDIANS,
        query =
                "SELECT NEW fr.preau.core.directory.ListedPerson(p.id, p.givenName, p.familyName,"
                        + " p.profile, p.functions) FROM DirectoryPerson p"
                        + " WHERE p.profile = 'GUARDIAN' AND p.leftOn IS NULL"
                        + " AND p.id IN (SELECT g.adult FROM Guardianship g"
                        + " JOIN DirectoryPerson child ON child.id = g.child"
                        + " WHERE child.leftOn IS NULL AND g.validFrom <= :today"
                        + " AND (g.validUntil IS NULL OR g.validUntil > :today)"
                        + " AND (g.legal = TRUE OR g.inCharge = TRUE))"
                        + " ORDER BY p.familyName, p.givenName, p.id")
@NamedQuery(
        name = DirectoryPerson.PUPILS_OF_CLASSES,
        query =
                "SELECT DISTINCT NEW fr.preau.core.directory.ListedPerson(p.id, p.givenName,"
                        + " p.familyName, p.profile, p.functions)"
                        + " FROM ClassMember m JOIN DirectoryPerson p ON p.id = m.person"
                        + " WHERE m.schoolClass IN :classes AND p.leftOn IS NULL"
                        + " ORDER BY p.familyName, p.givenName, p.id")
@NamedQuery(
        name = DirectoryPerson.GUARDIANS_OF_CLASSES,
        query =
                "SELECT DISTINCT NEW fr.preau.core.directory.ListedPerson(p.id, p.givenName,"
                        + " p.familyName, p.profile, p.functions)"
                        + " FROM ClassMember m JOIN DirectoryPerson child ON child.id = m.person"
                        + " JOIN Guardianship g ON g.child = m.person"
                        + " JOIN DirectoryPerson p ON p.id = g.adult"
                        + " WHERE m.schoolClass IN :classes AND child.leftOn IS NULL"
                        + " AND p.leftOn IS NULL AND g.validFrom <= :today"
                        + " AND (g.validUntil IS NULL OR g.validUntil > :today)"
                        + " AND (g.legal = TRUE OR g.inCharge = TRUE)"
                        + " ORDER BY p.familyName, p.givenName, p.id")
@NamedQuery(
        name = DirectoryPerson.TEACHERS_OF_CLASSES,
        query =
                "SELECT DISTINCT NEW fr.preau.core.directory.ListedPerson(p.id, p.givenName,"
                        + " p.familyName, p.profile, p.functions)"
                        + " FROM DirectoryPerson p WHERE p.profile = 'TEACHER'"
                        + " AND p.leftOn IS NULL AND (p.id IN"
                        + " (SELECT t.teacher FROM Teaching t WHERE t.schoolClass IN :classes)"
                        + " OR p.id IN"
                        + " (SELECT h.teacher FROM HeadTeacher h WHERE h.schoolClass IN :classes))"
                        + " ORDER BY p.familyName, p.givenName, p.id")
class DirectoryPerson {

    static final String BY_IDS = "DirectoryPerson.byIds";
    static final String BY_NAME = "DirectoryPerson.byName";
    static final String OF_PROFILES = "DirectoryPerson.ofProfiles";
    static final String GUARDIANS = "DirectoryPerson.guardians";
    static final String PUPILS_OF_CLASSES = "DirectoryPerson.pupilsOfClasses";
    static final String GUARDIANS_OF_CLASSES = "DirectoryPerson.guardiansOfClasses";
    static final String TEACHERS_OF_CLASSES = "DirectoryPerson.teachersOfClasses";

    @Id private @Nullable UUID id;

    @Column(name = "given_name")
    private String givenName = "";

    @Column(name = "family_name")
    private String familyName = "";

    private String profile = "";

    private String functions = "";

    @Column(name = "left_on")
    private @Nullable LocalDate leftOn;

    @Column(name = "family_first", insertable = false, updatable = false)
    private String familyFirst = "";

    @Column(name = "given_first", insertable = false, updatable = false)
    private String givenFirst = "";

    protected DirectoryPerson() {}
}
