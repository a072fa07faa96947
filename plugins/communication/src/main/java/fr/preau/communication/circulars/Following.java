package fr.preau.communication.circulars;

import fr.preau.api.page.PageOf;
import fr.preau.api.route.Caller;
import fr.preau.api.route.Refusal;
import fr.preau.communication.reports.Evidence;
import fr.preau.communication.reports.Recourse;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What those who wrote circulars see of them, and principal and CPE of all. */
final class Following {

    private static final int ANSWERS = 50;

    private final EntityManager entities;
    private final Clock clock;

    Following(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    SentCircularsPage list(Caller reader, int page) {
        boolean all = Followers.followsAll(reader);
        List<CircularDraftRow> drafts =
                entities.createNamedQuery("CircularDraft.ofAuthor", CircularDraftRow.class)
                        .setParameter("author", reader.person().value())
                        .setMaxResults(Pages.LINES)
                        .getResultList();
        TypedQuery<SentCircularRow> sent =
                all
                        ? entities.createNamedQuery("Circular.all", SentCircularRow.class)
                        : entities.createNamedQuery("Circular.ofAuthor", SentCircularRow.class)
                                .setParameter("author", reader.person().value());
        return new SentCircularsPage(
                drafts, Pages.of(sent, page, Pages.LINES), all, Circulars.mayWrite(reader));
    }

    /** A circular, to those who may follow it. */
    Circular circular(Caller reader, UUID id) {
        Circular circular = entities.find(Circular.class, id);
        if (circular == null || !Followers.mayFollow(reader, circular)) {
            throw Refusal.notFound();
        }
        return circular;
    }

    FollowedCircular followed(Circular circular) {
        CircularLedger ledger = entities.find(CircularLedger.class, circular.id());
        if (ledger == null) {
            throw Refusal.notFound();
        }
        return FollowedCircular.of(circular, ledger, clock.instant());
    }

    FollowPage page(Caller reader, UUID id) {
        Circular circular = circular(reader, id);
        FollowedCircular followed = followed(circular);
        return new FollowPage(
                followed,
                classes(id),
                tallies(circular),
                Recourse.ofSchool(
                        Evidence.Kind.CIRCULAR,
                        id,
                        reader,
                        circular.authorId(),
                        !followed.withdrawn()));
    }

    List<ClassProgress> classes(UUID circular) {
        return entities.createNamedQuery("CircularChild.byClass", ClassProgress.class)
                .setParameter("circular", circular)
                .getResultList();
    }

    private List<FollowPage.Tally> tallies(Circular circular) {
        List<Question> questions = circular.questions();
        if (questions.stream().allMatch(question -> question.kind() == QuestionKind.TEXT)) {
            return List.of();
        }
        List<List<String>> given =
                entities
                        .createNamedQuery("CircularAnswer.givenTo", String.class)
                        .setParameter("circular", circular.id())
                        .getResultList()
                        .stream()
                        .map(answer -> Questions.ofGiven(answer, questions))
                        .toList();
        List<FollowPage.Tally> tallies = new ArrayList<>();
        for (int at = 0; at < questions.size(); at++) {
            Question question = questions.get(at);
            int place = at;
            if (question.kind() != QuestionKind.TEXT) {
                List<String> values = given.stream().map(answers -> answers.get(place)).toList();
                tallies.add(new FollowPage.Tally(question.label(), counts(question, values)));
            }
        }
        return tallies;
    }

    private static List<FollowPage.Count> counts(Question question, List<String> values) {
        return question.codes().stream()
                .map(
                        code ->
                                new FollowPage.Count(
                                        Said.of(question, code),
                                        (int) values.stream().filter(code::equals).count()))
                .toList();
    }

    AnswersPage answers(Caller reader, FollowInput input) {
        Circular circular = circular(reader, input.circular());
        List<Question> questions = circular.questions();
        PageOf<GivenRow> rows = Pages.of(given(circular), input.number(), ANSWERS);
        Map<UUID, Set<String>> byChild =
                rows.items().stream()
                        .collect(
                                Collectors.groupingBy(
                                        GivenRow::childRow,
                                        Collectors.mapping(GivenRow::given, Collectors.toSet())));
        List<AnswersPage.Line> lines =
                rows.items().stream()
                        .map(
                                row ->
                                        line(
                                                row,
                                                questions,
                                                byChild.getOrDefault(row.childRow(), Set.of())
                                                                .size()
                                                        > 1))
                        .toList();
        return new AnswersPage(
                followed(circular),
                questions.stream().map(Question::label).toList(),
                new PageOf<>(lines, rows.number(), rows.more()));
    }

    TypedQuery<GivenRow> given(Circular circular) {
        return entities.createNamedQuery("CircularAnswer.ofCircular", GivenRow.class)
                .setParameter("circular", circular.id());
    }

    private static AnswersPage.Line line(GivenRow row, List<Question> questions, boolean differs) {
        return new AnswersPage.Line(
                row.child(),
                row.className(),
                row.guardian(),
                row.answeredAt(),
                row.late(),
                row.number(),
                differs && questions.stream().anyMatch(q -> q.kind() != QuestionKind.TEXT),
                Said.of(questions, row.given()));
    }
}
