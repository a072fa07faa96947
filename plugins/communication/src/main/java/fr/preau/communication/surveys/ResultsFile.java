package fr.preau.communication.surveys;

import fr.preau.api.directory.Directory;
import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.api.text.Csv;
import fr.preau.communication.wording.Wording;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The results of a survey as a table to be saved (CSV as spreadsheets in France read it:
 * semicolons, UTF-8 with its mark).
 *
 * <p>Of a survey with names each row is a reply; of an anonymous one each row is one answer to one
 * question, and nothing says which of them are of the same person.
 */
final class ResultsFile {

    private final EntityManager entities;
    private final Directory directory;

    ResultsFile(EntityManager entities, Directory directory) {
        this.entities = entities;
        this.directory = directory;
    }

    byte[] of(Survey survey, List<SurveyQuestion> questions) {
        List<GivenAnswer> answers =
                entities.createNamedQuery("GivenAnswer.ofSurvey", GivenAnswer.class)
                        .setParameter("survey", survey.id())
                        .getResultList();
        List<List<String>> rows =
                survey.anonymous()
                        ? anonymous(questions, answers)
                        : named(survey, questions, answers);
        Csv csv = new Csv();
        rows.forEach(csv::row);
        return csv.bytes();
    }

    private static List<List<String>> anonymous(
            List<SurveyQuestion> questions, List<GivenAnswer> answers) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(Wording.of("surveys.file.question"), Wording.of("surveys.file.answer")));
        for (SurveyQuestion question : questions) {
            answers.stream()
                    .filter(answer -> answer.question().equals(question.id()))
                    .filter(answer -> !answer.text().isEmpty())
                    .map(answer -> List.of(question.wording(), said(answer)))
                    .forEach(rows::add);
        }
        return rows;
    }

    private List<List<String>> named(
            Survey survey, List<SurveyQuestion> questions, List<GivenAnswer> answers) {
        List<SurveyReply> replies =
                entities.createNamedQuery("SurveyReply.ofSurvey", SurveyReply.class)
                        .setParameter("survey", survey.id())
                        .getResultList();
        Map<PersonId, Person> persons =
                replies.isEmpty()
                        ? Map.of()
                        : directory.persons(
                                replies.stream().map(r -> new PersonId(r.person())).toList());
        Map<List<Object>, GivenAnswer> byReply = new HashMap<>();
        answers.forEach(answer -> byReply.put(key(answer.reply(), answer.question()), answer));
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                Stream.concat(
                                Stream.of(
                                        Wording.of("surveys.file.name"),
                                        Wording.of("surveys.file.day")),
                                questions.stream().map(SurveyQuestion::wording))
                        .toList());
        for (SurveyReply reply : replies) {
            rows.add(
                    Stream.concat(
                                    Stream.of(name(reply, persons), day(reply)),
                                    questions.stream()
                                            .map(
                                                    question ->
                                                            said(
                                                                    byReply.get(
                                                                            key(
                                                                                    reply.id()
                                                                                            .toString(),
                                                                                    question
                                                                                            .id())))))
                            .toList());
        }
        return rows;
    }

    private static List<Object> key(String reply, UUID question) {
        return List.of(reply, question);
    }

    private static String said(@Nullable GivenAnswer answer) {
        return answer == null ? "" : String.join(", ", answer.text().split("\n", -1));
    }

    private static String name(SurveyReply reply, Map<PersonId, Person> persons) {
        Person person = persons.get(new PersonId(reply.person()));
        return person == null ? Wording.of("person.left") : person.displayName();
    }

    private static String day(SurveyReply reply) {
        return LocalDate.ofInstant(reply.answeredAt(), SchoolCalendar.ZONE).toString();
    }
}
