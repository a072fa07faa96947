package fr.preau.communication.circulars;

import fr.preau.api.school.PersonId;
import fr.preau.communication.circulars.SealPage.Finding;
import fr.preau.communication.circulars.SealPage.Kind;
import java.util.ArrayList;
import java.util.List;

/** Goes along the chain of a circular and says where it does not hold. */
final class SealCheck {

    private final Seal sealing;
    private final Circular circular;
    private final CircularLedger ledger;
    private final List<Finding> findings = new ArrayList<>();
    private int erased;
    private int expected = 1;
    private String before;

    SealCheck(Seal sealing, Circular circular, CircularLedger ledger) {
        this.sealing = sealing;
        this.circular = circular;
        this.ledger = ledger;
        this.before = circular.seal();
    }

    /** One answer after the other, by their positions. */
    void look(CircularAnswer answer, PersonId child, PersonId guardian) {
        boolean follows = answer.place() == expected;
        missing(answer.place());
        if (!answer.isUnchanged(sealing, child, guardian, circular.kind().isSignature())) {
            found(Kind.CHANGED, answer);
        } else if (follows && !answer.followsOn(sealing, before)) {
            found(Kind.MOVED, answer);
        }
        if (answer.isErased()) {
            erased++;
        }
        before = answer.seal();
        expected = answer.place() + 1;
    }

    private void missing(int upTo) {
        for (; expected < upTo; expected++) {
            findings.add(new Finding(Kind.MISSING, expected, "", ""));
        }
    }

    private void found(Kind kind, CircularAnswer answer) {
        findings.add(new Finding(kind, answer.place(), answer.childName(), answer.guardianName()));
    }

    /** What was found, once all answers were looked at. */
    SealPage page(FollowedCircular followed) {
        missing(ledger.length() + 1);
        if (findings.isEmpty() && !before.equals(ledger.head())) {
            findings.add(new Finding(Kind.MOVED, ledger.length(), "", ""));
        }
        return new SealPage(
                followed,
                !circular.isUnchanged(sealing),
                circular.changedParts(sealing),
                ledger.length(),
                erased,
                ledger.head(),
                findings);
    }
}
