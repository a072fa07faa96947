package fr.preau.payment.operations;

import fr.preau.api.privacy.ErasureReport;
import fr.preau.api.privacy.ErasureReport.Kept;
import fr.preau.api.privacy.PersonalData;
import fr.preau.api.school.PersonId;
import fr.preau.api.text.ModuleTexts;
import fr.preau.payment.debts.Debt;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a person who owes and pays. Debts and payments stay ten years for the accounts
 * (code de commerce, article L123-22); the address for PayFiP goes with the person.
 */
public final class PaymentsOfPerson implements PersonalData {

    private static final ModuleTexts TEXTS = ModuleTexts.of(PaymentsOfPerson.class);

    private final EntityManager entities;

    public PaymentsOfPerson(EntityManager entities) {
        this.entities = entities;
    }

    /** What somebody owes or has owed, in cents. */
    public record KeptDebt(String what, String title, LocalDate due, int cents, int left) {}

    /** A payment, in cents. */
    public record KeptPayment(
            String what,
            String reference,
            String mail,
            int cents,
            @Nullable Integer received,
            Instant begunAt) {}

    @Override
    public List<? extends Record> export(PersonId person) {
        List<Record> kept = new ArrayList<>();
        for (Debt debt : of(person, "Debt.ofPayer", Debt.class)) {
            kept.add(
                    new KeptDebt(
                            TEXTS.text("kept.debt"),
                            debt.title(),
                            debt.due(),
                            debt.cents(),
                            debt.left()));
        }
        for (Operation operation : of(person, "Operation.ofPayer", Operation.class)) {
            kept.add(
                    new KeptPayment(
                            TEXTS.text("kept.payment"),
                            operation.reference(),
                            operation.mail(),
                            operation.cents(),
                            operation.received().orElse(null),
                            operation.createdAt()));
        }
        return kept;
    }

    private <T> List<T> of(PersonId person, String query, Class<T> type) {
        return entities.createNamedQuery(query, type)
                .setParameter("payer", person.value())
                .getResultList();
    }

    @Override
    public ErasureReport erase(PersonId person) {
        int kept = of(person, "Debt.ofPayer", Debt.class).size();
        int forgotten = 0;
        for (Operation operation : of(person, "Operation.ofPayer", Operation.class)) {
            kept++;
            if (operation.forgetMail()) {
                forgotten++;
            }
        }
        return new ErasureReport(
                0,
                forgotten,
                kept == 0
                        ? List.of()
                        : List.of(
                                new Kept(TEXTS.text("kept.count", kept), TEXTS.text("kept.why"))));
    }
}
