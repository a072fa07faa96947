package fr.preau.communication.drafts;

import fr.preau.api.school.PersonId;
import fr.preau.communication.wording.Wording;
import java.util.List;

/** What is kept of a person in drafts: their own, which nobody else has ever seen. */
public final class DraftsOfPerson {

    private final Drafts drafts;

    public DraftsOfPerson(Drafts drafts) {
        this.drafts = drafts;
    }

    public List<KeptDraftOfPerson> export(PersonId person) {
        return drafts.all(person).stream()
                .map(
                        draft ->
                                new KeptDraftOfPerson(
                                        Wording.of("kept.draft"),
                                        draft.content().subject(),
                                        draft.content().text(),
                                        draft.savedAt()))
                .toList();
    }

    /**
     * @return how many are gone
     */
    public int erase(PersonId person) {
        return drafts.deleteAll(person);
    }
}
