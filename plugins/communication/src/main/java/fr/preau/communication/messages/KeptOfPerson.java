package fr.preau.communication.messages;

import fr.preau.api.data.NewIds;
import fr.preau.api.directory.Directory;
import fr.preau.api.privacy.ErasureReport;
import fr.preau.api.privacy.PersonalData;
import fr.preau.api.school.PersonId;
import fr.preau.communication.drafts.Drafts;
import fr.preau.communication.drafts.DraftsOfPerson;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the module keeps of a person: the letters and replies that they wrote, to whom, and those
 * that they received, and what they have begun to write.
 *
 * <p>Nothing goes by itself: messages stay until the person leaves or asks, and then as long as
 * somebody else has them, by the freedom of information of who received them (article 17 of the
 * GDPR, paragraph 3, a). The fingerprint of a form that was posted says nothing of anybody and is
 * forgotten after a week.
 */
public final class KeptOfPerson implements PersonalData {

    private final MessagesOfPerson messages;
    private final ForgettingPerson forgetting;
    private final DraftsOfPerson drafts;

    public KeptOfPerson(EntityManager entities, Directory directory, NewIds ids, Clock clock) {
        this.messages = new MessagesOfPerson(entities, directory);
        this.forgetting = new ForgettingPerson(entities, ids);
        this.drafts = new DraftsOfPerson(new Drafts(entities, ids, clock));
    }

    @Override
    public List<? extends Record> export(PersonId person) {
        return Stream.<List<? extends Record>>of(messages.all(person), drafts.export(person))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public ErasureReport erase(PersonId person) {
        int begun = drafts.erase(person);
        ErasureReport report = forgetting.forget(person);
        return new ErasureReport(report.erased() + begun, report.anonymised(), report.kept());
    }
}
