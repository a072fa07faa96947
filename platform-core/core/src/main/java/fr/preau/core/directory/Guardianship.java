package fr.preau.core.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The dated link between an adult and a child: it begins with the delivery that first names it,
 * gives rights while it holds, and ends with the first delivery without it; changed rights end it
 * and begin a new one.
 *
 * <p>Only who holds parental authority or has the child in charge follows the child's school life:
 * somebody who is merely called in an emergency, or asked for the money, does not.
 */
@Entity
@Table(name = "guardianship")
@IdClass(Guardianship.Key.class)
@NamedQuery(
        name = Guardianship.CHILDREN,
        query =
                "SELECT NEW fr.preau.core.directory.ListedChild(g.adult, p.id, p.givenName, p.familyName,"
                        + " p.profile, p.functions, c.id, c.name, g.legal, g.payer, g.contact)"
                        + " FROM Guardianship g JOIN DirectoryPerson p ON p.id = g.child"
                        + " LEFT JOIN ClassMember m ON m.person = g.child"
                        + " LEFT JOIN DirectoryClass c ON c.id = m.schoolClass"
                        + " AND c.closedOn IS NULL"
                        + " WHERE g.adult = :guardian AND p.leftOn IS NULL"
                        + " AND g.validFrom <= :today"
                        + " AND (g.validUntil IS NULL OR g.validUntil > :today)"
                        + " AND (g.legal = TRUE OR g.inCharge = TRUE)"
                        + " ORDER BY p.familyName, p.givenName, p.id, c.name")
@NamedQuery(
        name = Guardianship.CHILDREN_OF_EACH,
        query =
                "SELECT NEW fr.preau.core.directory.ListedChild(g.adult, p.id, p.givenName,"
                        + " p.familyName, p.profile, p.functions, c.id, c.name, g.legal, g.payer,"
                        + " g.contact)"
                        + " FROM Guardianship g JOIN DirectoryPerson p ON p.id = g.child"
                        + " LEFT JOIN ClassMember m ON m.person = g.child"
                        + " LEFT JOIN DirectoryClass c ON c.id = m.schoolClass"
                        + " AND c.closedOn IS NULL"
                        + " WHERE g.adult IN :guardians AND p.leftOn IS NULL"
                        + " AND g.validFrom <= :today"
                        + " AND (g.validUntil IS NULL OR g.validUntil > :today)"
                        + " AND (g.legal = TRUE OR g.inCharge = TRUE)"
                        + " ORDER BY p.familyName, p.givenName, p.id, c.name")
class Guardianship {

    static final String CHILDREN = "Guardianship.children";
    static final String CHILDREN_OF_EACH = "Guardianship.childrenOfEach";

    @Id
    @Column(name = "adult_id")
    private @Nullable UUID adult;

    @Id
    @Column(name = "child_id")
    private @Nullable UUID child;

    @Id
    @Column(name = "valid_from")
    private @Nullable LocalDate validFrom;

    @Column(name = "valid_until")
    private @Nullable LocalDate validUntil;

    private boolean legal;

    @Column(name = "in_charge")
    private boolean inCharge;

    private boolean payer;

    private boolean contact;

    protected Guardianship() {}

    /** What makes the row unique; JPA wants it as a class of its own. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private @Nullable UUID adult;
        private @Nullable UUID child;
        private @Nullable LocalDate validFrom;

        protected Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && Objects.equals(adult, key.adult)
                    && Objects.equals(child, key.child)
                    && Objects.equals(validFrom, key.validFrom);
        }

        @Override
        public int hashCode() {
            return Objects.hash(adult, child, validFrom);
        }
    }
}
