package fr.preau.communication.safety;

import fr.preau.api.privacy.ErasureReport;
import fr.preau.api.privacy.PersonalData;
import fr.preau.api.school.PersonId;
import fr.preau.communication.wording.Wording;
import java.time.Instant;
import java.util.List;

/** What somebody has done for the safety of others: the act stays, without the name. */
public final class ActsOfPerson implements PersonalData {

    private final SafetyJournal journal;

    public ActsOfPerson(SafetyJournal journal) {
        this.journal = journal;
    }

    /** An act as it is handed to who did it. */
    public record KeptAct(String what, Instant at, String detail) {}

    @Override
    public List<KeptAct> export(PersonId person) {
        return journal.of(person).stream()
                .map(act -> new KeptAct(Wording.of("act." + act.act()), act.at(), act.detail()))
                .toList();
    }

    @Override
    public ErasureReport erase(PersonId person) {
        return new ErasureReport(0, journal.forget(person), List.of());
    }
}
