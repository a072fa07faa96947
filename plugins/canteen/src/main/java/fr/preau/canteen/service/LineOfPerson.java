package fr.preau.canteen.service;

import fr.preau.api.privacy.ErasureReport;
import fr.preau.api.privacy.PersonalData;
import fr.preau.api.school.PersonId;
import fr.preau.api.text.ModuleTexts;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a collège keeps of who passes at its line: badges and passages. None of it is needed for the
 * accounts, which follow from what who runs the canteen was told.
 */
final class LineOfPerson implements PersonalData {

    private static final ModuleTexts TEXTS = ModuleTexts.of(LineOfPerson.class);

    private final EntityManager entities;

    LineOfPerson(EntityManager entities) {
        this.entities = entities;
    }

    /** A badge that somebody has or had. */
    public record KeptBadge(String what, String number, Instant givenAt, boolean blocked) {}

    /** That somebody passed at the line. */
    public record KeptPassage(String what, Instant at) {}

    @Override
    public List<? extends Record> export(PersonId person) {
        List<Record> kept = new ArrayList<>();
        entities.createNamedQuery("Badge.ofPerson", Badge.class)
                .setParameter("person", person.value())
                .getResultStream()
                .forEach(
                        badge ->
                                kept.add(
                                        new KeptBadge(
                                                TEXTS.text("kept.badge"),
                                                badge.number(),
                                                badge.givenAt(),
                                                badge.isBlocked())));
        entities.createNamedQuery("LineEntry.ofPerson", LineEntry.class)
                .setParameter("person", person.value())
                .getResultStream()
                .forEach(
                        entry -> kept.add(new KeptPassage(TEXTS.text("kept.passage"), entry.at())));
        entities.createNamedQuery("SetAside.ofPerson", SetAside.class)
                .setParameter("person", person.value())
                .getResultStream()
                .forEach(
                        aside ->
                                kept.add(
                                        new KeptPassage(
                                                TEXTS.text("kept.aside"), aside.receivedAt())));
        return kept;
    }

    @Override
    public ErasureReport erase(PersonId person) {
        int erased =
                entities.createNamedQuery("Badge.deleteOf")
                        .setParameter("persons", List.of(person.value()))
                        .executeUpdate();
        for (String query : List.of("LineEntry.deleteOf", "SetAside.deleteOf")) {
            erased +=
                    entities.createNamedQuery(query)
                            .setParameter("person", person.value())
                            .executeUpdate();
        }
        // With its passages, or a later entry of the day would take the meal back.
        entities.createNamedQuery("ToldMeal.deleteOf")
                .setParameter("pupil", person.value())
                .executeUpdate();
        return new ErasureReport(erased, 0, List.of());
    }
}
