package fr.preau.canteen.booking;

import fr.preau.api.privacy.ErasureReport;
import fr.preau.api.privacy.ErasureReport.Kept;
import fr.preau.api.privacy.PersonalData;
import fr.preau.api.school.PersonId;
import fr.preau.api.text.ModuleTexts;
import fr.preau.canteen.service.ServedMeal;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What is kept of who eats, who was away at noon and who was served. What was served is kept for
 * the accounts of the canteen, as registrations are: invoices follow from it.
 */
public final class MealsOfPerson implements PersonalData {

    private static final ModuleTexts TEXTS = ModuleTexts.of(MealsOfPerson.class);

    private final EntityManager entities;

    MealsOfPerson(EntityManager entities) {
        this.entities = entities;
    }

    /** That a pupil eats at the collège. */
    public record KeptDiner(String what, String name, LocalDate first, LocalDate last) {}

    /** That a pupil was served. */
    public record KeptServed(String what, String name, LocalDate day) {}

    /** That a pupil was away at noon. */
    public record KeptAway(String what, String reason, LocalDate first, LocalDate last) {}

    @Override
    public List<? extends Record> export(PersonId person) {
        List<Record> kept = new ArrayList<>();
        for (Diner diner : diners(person)) {
            kept.add(
                    new KeptDiner(
                            TEXTS.text("kept.diner"),
                            diner.pupilName(),
                            diner.firstDay(),
                            diner.lastDay()));
        }
        for (Away away : away(person)) {
            kept.add(
                    new KeptAway(
                            TEXTS.text("kept.away"),
                            away.reason(),
                            away.firstDay(),
                            away.lastDay()));
        }
        for (ServedMeal meal : served(person)) {
            kept.add(new KeptServed(TEXTS.text("kept.served"), meal.pupilName(), meal.day()));
        }
        return kept;
    }

    private List<ServedMeal> served(PersonId person) {
        return entities.createNamedQuery("ServedMeal.ofPupil", ServedMeal.class)
                .setParameter("pupil", person.value())
                .getResultList();
    }

    private List<Diner> diners(PersonId person) {
        return entities.createNamedQuery("Diner.ofPupil", Diner.class)
                .setParameter("pupil", person.value())
                .getResultList();
    }

    private List<Away> away(PersonId person) {
        return entities.createNamedQuery("Away.naming", Away.class)
                .setParameter("pupil", "%" + person + "%")
                .getResultList();
    }

    @Override
    public ErasureReport erase(PersonId person) {
        int erased = 0;
        for (Diner diner : diners(person)) {
            erased +=
                    entities.createNamedQuery("DinerChange.deleteOf")
                            .setParameter("diner", diner.id())
                            .executeUpdate();
            entities.remove(diner);
            erased++;
        }
        for (Away away : away(person)) {
            UUID gone = person.value();
            if (away.pupils().stream().allMatch(gone::equals)) {
                entities.remove(away);
            } else {
                away.forget(gone, TEXTS.text("away.some"));
            }
            erased++;
        }
        int served = served(person).size();
        return new ErasureReport(
                erased,
                0,
                served == 0
                        ? List.of()
                        : List.of(
                                new Kept(
                                        TEXTS.text("kept.served.count", served),
                                        TEXTS.text("kept.accounts"))));
    }
}
