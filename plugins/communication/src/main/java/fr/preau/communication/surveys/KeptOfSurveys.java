package fr.preau.communication.surveys;

import fr.preau.api.data.NewIds;
import fr.preau.api.privacy.ErasureReport;
import fr.preau.api.privacy.PersonalData;
import fr.preau.api.school.PersonId;
import fr.preau.communication.wording.Wording;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is kept of a person: what they were asked, that they have answered, what they have answered
 * under their name, and the surveys that they have begun.
 *
 * <p>What was answered anonymously is nobody's and stays; it can be neither told nor erased, for
 * nobody knows whose it is. A survey of an author who has left stays for the school without name.
 */
final class KeptOfSurveys implements PersonalData {

    private final EntityManager entities;
    private final NewIds ids;

    KeptOfSurveys(EntityManager entities, NewIds ids) {
        this.entities = entities;
        this.ids = ids;
    }

    @Override
    public List<KeptSurvey> export(PersonId person) {
        List<KeptSurvey> kept = new ArrayList<>();
        add(kept, "surveys.kept.author", of(person, "Survey.ofAuthor", Survey.class));
        add(kept, "surveys.kept.asked", of(person, "SurveyAsked.surveys", Survey.class));
        add(kept, "surveys.kept.done", of(person, "SurveyDone.surveys", Survey.class));
        List<SurveyReply> replies = of(person, "SurveyReply.ofPerson", SurveyReply.class);
        if (!replies.isEmpty()) {
            addReplies(kept, replies);
        }
        return kept;
    }

    private static void add(List<KeptSurvey> kept, String what, List<Survey> surveys) {
        for (Survey survey : surveys) {
            kept.add(
                    new KeptSurvey(Wording.of(what), survey.title(), survey.closesAt(), List.of()));
        }
    }

    private void addReplies(List<KeptSurvey> kept, List<SurveyReply> replies) {
        Map<String, List<GivenAnswer>> answers =
                entities.createNamedQuery("GivenAnswer.ofReply", GivenAnswer.class)
                        .setParameter("replies", names(replies))
                        .getResultStream()
                        .collect(Collectors.groupingBy(GivenAnswer::reply));
        Map<UUID, Survey> surveys =
                entities.createNamedQuery("Survey.byIds", Survey.class)
                        .setParameter("ids", replies.stream().map(SurveyReply::survey).toList())
                        .getResultStream()
                        .collect(Collectors.toMap(Survey::id, Function.identity()));
        for (SurveyReply reply : replies) {
            Survey survey = surveys.get(reply.survey());
            kept.add(
                    new KeptSurvey(
                            Wording.of("surveys.kept.reply"),
                            survey == null ? "" : survey.title(),
                            reply.answeredAt(),
                            answers.getOrDefault(reply.id().toString(), List.of()).stream()
                                    .map(GivenAnswer::text)
                                    .toList()));
        }
    }

    private static List<String> names(List<SurveyReply> replies) {
        return replies.stream().map(reply -> reply.id().toString()).toList();
    }

    @Override
    public ErasureReport erase(PersonId person) {
        List<SurveyReply> replies = of(person, "SurveyReply.ofPerson", SurveyReply.class);
        if (!replies.isEmpty()) {
            entities.createNamedQuery("GivenAnswer.deleteOfReplies")
                    .setParameter("replies", names(replies))
                    .executeUpdate();
        }
        int erased =
                changed("SurveyReply.deleteOfPerson", person)
                        + changed("SurveyDone.deleteOfPerson", person)
                        + changed("SurveyAsked.deleteOfPerson", person);
        int renamed =
                entities.createNamedQuery("Survey.forgetAuthor")
                        .setParameter("person", person.value())
                        .setParameter("nobody", ids.next())
                        .executeUpdate();
        return new ErasureReport(erased, renamed, List.of());
    }

    private int changed(String query, PersonId person) {
        return entities.createNamedQuery(query)
                .setParameter("person", person.value())
                .executeUpdate();
    }

    private <T> List<T> of(PersonId person, String query, Class<T> result) {
        return entities.createNamedQuery(query, result)
                .setParameter("person", person.value())
                .getResultList();
    }
}
