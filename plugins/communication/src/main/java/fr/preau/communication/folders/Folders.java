package fr.preau.communication.folders;

import fr.preau.api.data.NewIds;
import fr.preau.api.route.Refusal;
import fr.preau.api.school.PersonId;
import jakarta.persistence.EntityManager;
import java.text.Collator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The folders of a collège, each seen by its owner only. */
public final class Folders {

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

    boolean has(PersonId owner, String name) {
        return of(owner).stream().anyMatch(folder -> alike(folder.name(), name));
    }

    /** Accents and case aside, as the table has it. */
    private static boolean alike(String one, String other) {
        Collator french = Collator.getInstance(Locale.FRENCH);
        french.setStrength(Collator.PRIMARY);
        return french.compare(one, other) == 0;
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
