package fr.preau.communication.messages;

import fr.preau.api.data.NewIds;
import fr.preau.api.directory.Directory;
import fr.preau.api.privacy.ErasureReport;
import fr.preau.api.privacy.PersonalData;
import fr.preau.api.school.PersonId;
import jakarta.persistence.EntityManager;
import java.util.List;

/**
 * What the module keeps of a person: the letters and replies that they wrote, to whom, and those
 * that they received.
 *
 * <p>Nothing goes by itself: messages stay until the person leaves or asks, and then as long as
 * somebody else has them, by the freedom of information of who received them (article 17 of the
 * GDPR, paragraph 3, a). The fingerprint of a form that was posted says nothing of anybody and is
 * forgotten after a week.
 */
public final class KeptOfPerson implements PersonalData {

    private final MessagesOfPerson messages;
    private final ForgettingPerson forgetting;

    public KeptOfPerson(EntityManager entities, Directory directory, NewIds ids) {
        this.messages = new MessagesOfPerson(entities, directory);
        this.forgetting = new ForgettingPerson(entities, ids);
    }

    @Override
    public List<KeptMessage> export(PersonId person) {
        return messages.all(person);
    }

    @Override
    public ErasureReport erase(PersonId person) {
        return forgetting.forget(person);
    }
}
