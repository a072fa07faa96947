package fr.preau.core.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How somebody is called; of what stands in this table the directory reads no more. */
@Entity
@Table(name = "person_contact")
@NamedQuery(
        name = DirectoryContact.OF_GUARDIANS,
        query =
                "SELECT NEW fr.preau.core.directory.ListedTelephones(c.person, c.mobile,"
                        + " c.textMobile, c.phone)"
                        + " FROM DirectoryContact c JOIN DirectoryPerson p ON p.id = c.person"
                        + " WHERE c.person IN :guardians AND p.leftOn IS NULL"
                        + " AND c.person IN (SELECT g.adult FROM Guardianship g"
                        + " JOIN DirectoryPerson child ON child.id = g.child"
                        + " WHERE g.adult IN :guardians AND child.leftOn IS NULL"
                        + " AND g.validFrom <= :today"
                        + " AND (g.validUntil IS NULL OR g.validUntil > :today)"
                        + " AND (g.legal = TRUE OR g.inCharge = TRUE))")
class DirectoryContact {

    static final String OF_GUARDIANS = "DirectoryContact.ofGuardians";

    @Id
    @Column(name = "person_id")
    private @Nullable UUID person;

    private @Nullable String phone;

    private @Nullable String mobile;

    @Column(name = "text_mobile")
    private @Nullable String textMobile;

    protected DirectoryContact() {}
}
