package fr.preau.communication.surveys;

import fr.preau.api.page.PageOf;
import fr.preau.api.route.Caller;
import fr.preau.api.school.College;
import fr.preau.api.school.Profile;
import fr.preau.communication.remembered.Remembered;
import fr.preau.communication.surveys.SurveysPage.Line;
import fr.preau.communication.surveys.SurveysPage.State;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The surveys of a person: those that ask them, two statements, or their own, one. */
final class SurveyList {

    private static final int LINES = 20;
    private static final int ON_THE_CARD = 3;

    private final EntityManager entities;
    private final Remembered<Boolean> running;
    private final SurveyTimes times;

    SurveyList(EntityManager entities, Remembered<Boolean> running, SurveyTimes times) {
        this.entities = entities;
        this.running = running;
        this.times = times;
    }

    static boolean writes(Caller caller) {
        return caller.profile() == Profile.TEACHER || caller.profile() == Profile.STAFF;
    }

    private static boolean overlooks(Caller caller) {
        return Overlooking.JUDGES.admit(caller.profile(), caller.functions());
    }

    /** Those that ask this person, since they have opened. */
    SurveysPage asking(Caller caller, int number) {
        UUID person = caller.person().value();
        PageOf<Survey> surveys =
                page(
                        times.bound(entities.createNamedQuery("Survey.asking", Survey.class))
                                .setParameter("person", person),
                        number);
        Set<UUID> waiting = waiting(person, surveys.items());
        List<Line> lines =
                surveys.items().stream()
                        .map(
                                survey ->
                                        line(
                                                survey,
                                                waiting.contains(survey.id())
                                                        ? State.OPEN
                                                        : closedOr(survey, State.ANSWERED)))
                        .toList();
        return new SurveysPage(
                new PageOf<>(lines, surveys.number(), surveys.more()),
                false,
                writes(caller),
                overlooks(caller));
    }

    private Set<UUID> waiting(UUID person, List<Survey> surveys) {
        if (surveys.isEmpty()) {
            return Set.of();
        }
        Set<UUID> waiting = new HashSet<>();
        toAnswer(person).getResultList().forEach(survey -> waiting.add(survey.id()));
        return waiting;
    }

    private State closedOr(Survey survey, State otherwise) {
        return survey.isOpen(times.now()) ? otherwise : State.CLOSED;
    }

    SurveysPage own(Caller caller, int number) {
        PageOf<Survey> surveys =
                page(
                        entities.createNamedQuery("Survey.ofAuthor", Survey.class)
                                .setParameter("person", caller.person().value()),
                        number);
        List<Line> lines =
                surveys.items().stream().map(survey -> line(survey, stateOf(survey))).toList();
        return new SurveysPage(
                new PageOf<>(lines, surveys.number(), surveys.more()),
                true,
                true,
                overlooks(caller));
    }

    private State stateOf(Survey survey) {
        SurveyTime now = times.now();
        if (!survey.published()) {
            return survey.withdrawn() ? State.WITHDRAWN : State.DRAFT;
        }
        return survey.isOpen(now) ? State.OPEN : survey.hasOpened(now) ? State.CLOSED : State.SOON;
    }

    private static Line line(Survey survey, State state) {
        return new Line(survey.id(), survey.title(), survey.closesAt(), state);
    }

    /** What the accueil shows, in one statement; in none where no survey runs. */
    SurveysCard card(College college, Caller caller) {
        if (!running.of(college, this::anyRuns)) {
            return new SurveysCard(List.of());
        }
        List<Survey> surveys =
                toAnswer(caller.person().value()).setMaxResults(ON_THE_CARD).getResultList();
        return new SurveysCard(surveys.stream().map(survey -> line(survey, State.OPEN)).toList());
    }

    private boolean anyRuns() {
        return !entities.createNamedQuery("Survey.running", Survey.class)
                .setParameter("now", times.now().now())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    private TypedQuery<Survey> toAnswer(UUID person) {
        return times.bound(entities.createNamedQuery("Survey.toAnswer", Survey.class))
                .setParameter("now", times.now().now())
                .setParameter("person", person);
    }

    private static PageOf<Survey> page(TypedQuery<Survey> query, int number) {
        return PageOf.from(
                query.setFirstResult((number - 1) * LINES).setMaxResults(LINES + 1).getResultList(),
                number,
                LINES);
    }
}
