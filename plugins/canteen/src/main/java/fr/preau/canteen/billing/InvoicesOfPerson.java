package fr.preau.canteen.billing;

import fr.preau.api.privacy.ErasureReport;
import fr.preau.api.privacy.ErasureReport.Kept;
import fr.preau.api.privacy.PersonalData;
import fr.preau.api.school.PersonId;
import fr.preau.api.text.ModuleTexts;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What is kept of a person in invoices. But for what they said who find it hard to pay, it stays
 * ten years for the accounts (code de commerce, article L123-22; code général des collectivités
 * territoriales, article D1617-19).
 */
public final class InvoicesOfPerson implements PersonalData {

    private static final ModuleTexts TEXTS = ModuleTexts.of(InvoicesOfPerson.class);

    private final EntityManager entities;

    InvoicesOfPerson(EntityManager entities) {
        this.entities = entities;
    }

    /** An invoice or a credit note. */
    public record KeptInvoice(String what, String number, String payer, int cents) {}

    /** What somebody has said who finds it hard to pay. */
    public record KeptAid(String what, String words, String answer) {}

    /** The meals of a pupil on an invoice. */
    public record KeptMeals(String what, String name, List<LocalDate> days, int cents) {

        public KeptMeals {
            days = List.copyOf(days);
        }
    }

    @Override
    public List<? extends Record> export(PersonId person) {
        List<Record> kept = new ArrayList<>();
        for (Invoice invoice : invoices(person)) {
            kept.add(
                    new KeptInvoice(
                            InvoiceWords.title(invoice),
                            invoice.reference(),
                            invoice.payerName(),
                            invoice.cents()));
        }
        for (InvoiceLine line : lines(person)) {
            kept.add(
                    new KeptMeals(
                            TEXTS.text("invoice.kind." + line.kind()),
                            line.pupilName(),
                            line.days(),
                            line.cents()));
        }
        for (Aid aid : aids(person)) {
            kept.add(new KeptAid(TEXTS.text("kept.aid"), aid.words(), aid.answer()));
        }
        return kept;
    }

    private List<Aid> aids(PersonId person) {
        return entities.createNamedQuery("Aid.ofAsker", Aid.class)
                .setParameter("person", person.value())
                .getResultList();
    }

    private List<Invoice> invoices(PersonId person) {
        return entities.createNamedQuery("Invoice.ofHousehold", Invoice.class)
                .setParameter("person", person.value())
                .getResultList();
    }

    private List<InvoiceLine> lines(PersonId person) {
        return entities.createNamedQuery("InvoiceLine.ofPupil", InvoiceLine.class)
                .setParameter("person", person.value())
                .getResultList();
    }

    @Override
    public ErasureReport erase(PersonId person) {
        int kept = invoices(person).size() + lines(person).size();
        List<Aid> aids = aids(person);
        aids.forEach(entities::remove);
        return new ErasureReport(
                aids.size(),
                0,
                kept == 0
                        ? List.of()
                        : List.of(
                                new Kept(
                                        TEXTS.text("kept.invoices", kept),
                                        TEXTS.text("kept.invoices.why"))));
    }
}
