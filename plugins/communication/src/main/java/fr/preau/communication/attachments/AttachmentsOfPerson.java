package fr.preau.communication.attachments;

import fr.preau.api.school.PersonId;
import fr.preau.communication.wording.Wording;
import java.util.List;
import java.util.UUID;

/** What is kept of a person in attachments: that they chose and sent them. */
public final class AttachmentsOfPerson {

    private final Attachments attachments;

    public AttachmentsOfPerson(Attachments attachments) {
        this.attachments = attachments;
    }

    public List<KeptAttachment> export(PersonId person) {
        return attachments.by(person).stream()
                .map(
                        file ->
                                new KeptAttachment(
                                        Wording.of("kept.attachment"),
                                        file.name(),
                                        file.contentType(),
                                        file.size()))
                .toList();
    }

    /**
     * Those of drafts go; those that others received stay with their letter, without the name.
     *
     * @return how many are gone
     */
    public int erase(PersonId person, UUID nobody) {
        int gone = attachments.deleteDraftsOf(person);
        attachments.rename(person, nobody);
        return gone;
    }
}
