package fr.preau.communication.recipients;

import fr.preau.api.privacy.ErasureReport;
import fr.preau.api.privacy.PersonalData;
import fr.preau.api.school.PersonId;
import fr.preau.communication.wording.Wording;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The exceptions that are about a person. Without that person they say nothing, and go. */
public final class ExceptionsOfPerson implements PersonalData {

    private final EntityManager entities;

    public ExceptionsOfPerson(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * An exception as it is handed to whom it is about; the other person of it is not named.
     *
     * @param what that it is an exception, in words
     */
    public record KeptException(
            String what, String rule, String reason, @Nullable LocalDate endsOn) {}

    @Override
    public List<KeptException> export(PersonId person) {
        return entities.createNamedQuery("WritingException.about", WritingException.class)
                .setParameter("person", person.value())
                .getResultStream()
                .map(ExceptionsOfPerson::kept)
                .toList();
    }

    private static KeptException kept(WritingException one) {
        Cell cell = new Cell(one.writerProfile(), one.readerProfile());
        return new KeptException(
                Wording.of("kept.exception"),
                DecidingRules.inWords(cell, one.reach()),
                one.reason(),
                one.endsOn());
    }

    @Override
    public ErasureReport erase(PersonId person) {
        return ErasureReport.erased(
                entities.createNamedQuery("WritingException.forget")
                        .setParameter("person", person.value())
                        .executeUpdate());
    }
}
