package fr.preau.communication.circulars;

import fr.preau.api.data.NewIds;
import fr.preau.api.directory.Directory;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.SchoolClass;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Brings circulars that still can be answered to who has come since: a child that joined one of its
 * classes, a guardian whom the collège knows by now, or knows again.
 */
final class Latecomers {

    private final EntityManager entities;
    private final Directory directory;
    private final CircularNotices notices;
    private final NewIds ids;
    private final Clock clock;

    Latecomers(
            EntityManager entities,
            Directory directory,
            CircularNotices notices,
            NewIds ids,
            Clock clock) {
        this.entities = entities;
        this.directory = directory;
        this.notices = notices;
        this.ids = ids;
        this.clock = clock;
    }

    void ask() {
        List<Circular> open =
                entities.createNamedQuery("Circular.open", Circular.class)
                        .setParameter("now", clock.instant())
                        .getResultList();
        if (!open.isEmpty()) {
            List<SchoolClass> classes = directory.classes();
            open.forEach(circular -> ask(circular, classes));
        }
    }

    /** Holds the ledger, so that whoever answers meanwhile comes before or after. */
    private void ask(Circular circular, List<SchoolClass> classes) {
        CircularLedger ledger =
                entities.find(CircularLedger.class, circular.id(), LockModeType.PESSIMISTIC_WRITE);
        if (ledger == null || ledger.isReplaced() || ledger.isWithdrawn()) {
            return;
        }
        List<AskedRow> asked =
                entities.createNamedQuery("CircularRecipient.asked", AskedRow.class)
                        .setParameter("circular", circular.id())
                        .getResultList();
        Set<String> names = asked.stream().map(AskedRow::className).collect(Collectors.toSet());
        Map<UUID, List<AskedRow>> byChild =
                asked.stream().collect(Collectors.groupingBy(AskedRow::child));
        List<SchoolClass> its = classes.stream().filter(c -> names.contains(c.name())).toList();
        List<AskedRow> again = new ArrayList<>();
        for (Families.OfChild of : Families.of(its, directory).children()) {
            List<AskedRow> rows = byChild.get(of.child().id().value());
            if (rows == null) {
                CircularChild child = new CircularChild(ids.next(), circular, of);
                entities.persist(child);
                entities.flush();
                add(circular, child, of, of.guardians());
            } else {
                again.addAll(again(circular, of, rows));
            }
        }
        askAgain(again);
    }

    /** Adds guardians who are new, and finds those who are there again. */
    private List<AskedRow> again(Circular circular, Families.OfChild of, List<AskedRow> rows) {
        Map<UUID, AskedRow> byGuardian = new HashMap<>();
        rows.forEach(row -> byGuardian.put(row.guardian(), row));
        List<Families.Guardian> fresh = new ArrayList<>();
        List<AskedRow> again = new ArrayList<>();
        for (Families.Guardian guardian : of.guardians()) {
            AskedRow row = byGuardian.get(guardian.person().id().value());
            if (row == null) {
                fresh.add(guardian);
            } else if (row.isMissed() || row.left() != null) {
                again.add(row);
            }
        }
        if (!fresh.isEmpty()) {
            CircularChild child = entities.find(CircularChild.class, rows.get(0).childRow());
            if (child != null) {
                add(circular, child, of, fresh);
            }
        }
        return again;
    }

    private void add(
            Circular circular,
            CircularChild child,
            Families.OfChild of,
            List<Families.Guardian> guardians) {
        boolean anyLegal = of.guardians().stream().anyMatch(Families.Guardian::legal);
        for (Families.Guardian guardian : guardians) {
            CircularRecipient recipient =
                    new CircularRecipient(
                            ids.next(), child, circular, guardian, guardian.legal() || !anyLegal);
            if (child.isSettled()) {
                recipient.stopAsking(); // may read it; nobody is waited for any more
            }
            entities.persist(recipient);
        }
        entities.flush();
        List<PersonId> told = guardians.stream().map(each -> each.person().id()).toList();
        notices.sent(circular, of.child().id(), told);
    }

    private void askAgain(List<AskedRow> again) {
        if (again.isEmpty()) {
            return;
        }
        entities.createNamedQuery("CircularChild.return")
                .setParameter("ids", again.stream().map(AskedRow::childRow).distinct().toList())
                .executeUpdate();
        List<UUID> missed =
                again.stream().filter(AskedRow::isMissed).map(AskedRow::recipient).toList();
        if (!missed.isEmpty()) {
            entities.createNamedQuery("CircularRecipient.askAgain")
                    .setParameter("ids", missed)
                    .executeUpdate();
        }
    }
}
