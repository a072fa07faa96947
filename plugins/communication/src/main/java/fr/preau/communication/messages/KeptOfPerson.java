package fr.preau.communication.messages;

import fr.preau.api.data.NewIds;
import fr.preau.api.directory.Directory;
import fr.preau.api.files.FileStore;
import fr.preau.api.privacy.ErasureReport;
import fr.preau.api.privacy.PersonalData;
import fr.preau.api.school.PersonId;
import fr.preau.communication.attachments.Attachments;
import fr.preau.communication.attachments.AttachmentsOfPerson;
import fr.preau.communication.drafts.Drafts;
import fr.preau.communication.drafts.DraftsOfPerson;
import fr.preau.communication.folders.Folders;
import fr.preau.communication.wording.Wording;
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
    private final NewIds ids;
    private final Folders folders;
    private final DraftsOfPerson drafts;
    private final AttachmentsOfPerson attachments;

    public KeptOfPerson(
            EntityManager entities, Directory directory, FileStore files, NewIds ids, Clock clock) {
        Attachments attachments = new Attachments(entities, files);
        this.ids = ids;
        this.folders = new Folders(entities, ids);
        this.messages = new MessagesOfPerson(entities, directory, clock);
        this.forgetting = new ForgettingPerson(entities, attachments, ids);
        this.attachments = new AttachmentsOfPerson(attachments);
        this.drafts = new DraftsOfPerson(new Drafts(entities, attachments, ids, clock));
    }

    @Override
    public List<? extends Record> export(PersonId person) {
        return Stream.<List<? extends Record>>of(
                        messages.all(person),
                        drafts.export(person),
                        attachments.export(person),
                        folders.of(person).stream()
                                .map(f -> new KeptFolder(Wording.of("kept.folder"), f.name()))
                                .toList())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public ErasureReport erase(PersonId person) {
        int begun =
                folders.deleteAll(person)
                        + attachments.erase(person, ids.next())
                        + drafts.erase(person);
        ErasureReport report = forgetting.forget(person);
        return new ErasureReport(report.erased() + begun, report.anonymised(), report.kept());
    }
}
