package fr.preau.communication.folders;

import fr.preau.api.school.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.util.UUID;

/** A folder of one person; when it is deleted, what lay in it lies in the inbox again. */
@Entity
@Table(name = "communication_folder")
@NamedQuery(
        name = "Folder.ofOwner",
        query = "SELECT f FROM Folder f WHERE f.ownerId = :owner ORDER BY f.name, f.id")
@NamedQuery(
        name = "Folder.called",
        query =
                "SELECT COUNT(f) FROM Folder f"
                        + " WHERE f.ownerId = :owner AND f.name = :name AND f.id <> :other")
@NamedQuery(name = "Folder.deleteOfOwner", query = "DELETE FROM Folder f WHERE f.ownerId = :person")
public class Folder {

    /** How many one person may have. */
    static final int MOST = 20;

    static final int LONGEST_NAME = 40;

    @Id private UUID id;

    @Column(name = "owner_id")
    private UUID ownerId;

    private String name;

    @SuppressWarnings("NullAway.Init")
    protected Folder() {}

    Folder(UUID id, PersonId owner, String name) {
        this.id = id;
        this.ownerId = owner.value();
        this.name = name;
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    void rename(String newName) {
        this.name = newName;
    }

    boolean isOf(PersonId person) {
        return ownerId.equals(person.value());
    }
}
