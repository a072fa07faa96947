package fr.preau.communication.recipients;

import fr.preau.api.data.NewIds;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.communication.safety.Act;
import fr.preau.communication.safety.SafetyJournal;
import fr.preau.communication.wording.Wording;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** What those who administer a collège decide about writing; each act stands in the journal. */
final class DecidingRules {

    private final EntityManager entities;
    private final KeptRules kept;
    private final SafetyJournal journal;
    private final NewIds ids;

    DecidingRules(EntityManager entities, KeptRules kept, SafetyJournal journal, NewIds ids) {
        this.entities = entities;
        this.kept = kept;
        this.journal = journal;
        this.ids = ids;
    }

    NewIds ids() {
        return ids;
    }

    /** Changes the matrix; what is asked for and can't be is left as it was. */
    void change(Request request, Map<String, String> wished) {
        RulesHere before = kept.read(request.college());
        WritingPolicy policy = WritingPolicy.of(request.college());
        List<String> changes = new ArrayList<>();
        for (Map.Entry<String, String> wish : new TreeMap<>(wished).entrySet()) {
            Optional<Cell> known = Cell.ofCode(wish.getKey());
            if (known.isEmpty()) {
                continue;
            }
            Cell cell = known.get();
            chosen(cell, wish.getValue())
                    .filter(range -> range != before.range(cell, policy))
                    .ifPresent(
                            range -> {
                                put(cell, range, policy);
                                changes.add(inWords(cell, range));
                            });
        }
        if (!changes.isEmpty()) {
            journal.write(request.caller(), Act.RULE_CHANGED, String.join("\u00a0; ", changes));
            kept.forget();
        }
    }

    private static Optional<Range> chosen(Cell cell, String wish) {
        return cell.choices().stream().filter(choice -> choice.name().equals(wish)).findFirst();
    }

    private void put(Cell cell, Range range, WritingPolicy policy) {
        ChangedRule here =
                entities.find(ChangedRule.class, cell.code(), LockModeType.PESSIMISTIC_WRITE);
        if (here == null) {
            entities.persist(new ChangedRule(cell, range));
        } else if (range == cell.standard(policy)) {
            entities.remove(here);
        } else {
            here.become(range);
        }
        entities.flush();
    }

    static String inWords(Cell cell, Range range) {
        return Wording.of("profiles." + cell.writer())
                + " → "
                + Wording.of("profiles." + cell.reader())
                + "\u00a0: "
                + Wording.of("rules.range." + range);
    }

    void make(Request request, WritingException exception) {
        entities.persist(exception);
        entities.flush();
        Cell cell = new Cell(exception.writerProfile(), exception.readerProfile());
        String whom =
                Wording.of(
                        exception.isOfOnePerson() ? "rules.journal.person" : "rules.journal.class");
        String towards =
                exception.isForOnePerson() ? Wording.of("rules.journal.towards") + " " : "";
        journal.write(
                request.caller(),
                Act.EXCEPTION_MADE,
                whom + " " + towards + inWords(cell, exception.reach()));
        kept.forget();
    }

    void forgetWhatIsOver() {
        entities.createNamedQuery("WritingException.over")
                .setParameter("today", kept.today())
                .executeUpdate();
        journal.forgetOld();
    }

    void end(Request request, UUID id) {
        WritingException exception =
                entities.find(WritingException.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (exception == null) {
            throw Refusal.notFound();
        }
        Cell cell = new Cell(exception.writerProfile(), exception.readerProfile());
        entities.remove(exception);
        entities.flush();
        journal.write(request.caller(), Act.EXCEPTION_ENDED, inWords(cell, exception.reach()));
        kept.forget();
    }
}
