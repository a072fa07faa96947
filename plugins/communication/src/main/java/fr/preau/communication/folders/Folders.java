package fr.preau.communication.folders;

import fr.preau.api.data.NewIds;
import fr.preau.api.route.Refusal;
import fr.preau.api.school.PersonId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

/** The folders of a collège, each seen by its owner only. */
public final class Folders {

    private static final UUID NONE = new UUID(0, 0);

    private final EntityManager entities;
    private final NewIds ids;

    public Folders(EntityManager entities, NewIds ids) {
        this.entities = entities;
        this.ids = ids;
    }

    public List<Folder> of(PersonId owner) {
        return entities.createNamedQuery("Folder.ofOwner", Folder.class)
                .setParameter("owner", owner.value())
                .getResultList();
    }

    /** A folder of this person. */
    public Folder find(PersonId owner, UUID id) {
        Folder folder = entities.find(Folder.class, id);
        if (folder == null || !folder.isOf(owner)) {
            throw Refusal.notFound();
        }
        return folder;
    }

    /**
     * A folder of this person, and none of theirs gets another name before this one has: two forms
     * sent at once would both find a name free.
     */
    Folder findToChange(PersonId owner, UUID id) {
        return entities.createNamedQuery("Folder.ofOwner", Folder.class)
                .setParameter("owner", owner.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .filter(folder -> folder.id().equals(id))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    boolean has(PersonId owner, String name) {
        return hasAnother(owner, name, NONE);
    }

    /** Accents and case aside: the table compares, for its names are unique as it sees them. */
    boolean hasAnother(PersonId owner, String name, UUID than) {
        return entities.createNamedQuery("Folder.called", Long.class)
                        .setParameter("owner", owner.value())
                        .setParameter("name", name)
                        .setParameter("other", than)
                        .getSingleResult()
                > 0;
    }

    Folder make(PersonId owner, String name) {
        Folder folder = new Folder(ids.next(), owner, name);
        entities.persist(folder);
        return folder;
    }

    void delete(Folder folder) {
        entities.remove(folder);
    }

    public int deleteAll(PersonId owner) {
        return entities.createNamedQuery("Folder.deleteOfOwner")
                .setParameter("person", owner.value())
                .executeUpdate();
    }
}
