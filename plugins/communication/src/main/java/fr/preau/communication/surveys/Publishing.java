package fr.preau.communication.surveys;

import fr.preau.api.data.NewIds;
import fr.preau.api.directory.Directory;
import fr.preau.api.job.JobRun;
import fr.preau.api.notice.Notice;
import fr.preau.api.notice.Notices;
import fr.preau.api.route.Caller;
import fr.preau.api.school.ClassId;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.communication.remembered.Remembered;
import fr.preau.communication.safety.WritingGuard;
import fr.preau.communication.wording.Wording;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Asks the people of a survey, those who have come since, and again those who have not answered.
 */
final class Publishing {

    private final EntityManager entities;
    private final Directory directory;
    private final Authoring authoring;
    private final WritingGuard guard;
    private final NewIds ids;
    private final Notices notices;
    private final Remembered<Boolean> running;
    private final SurveyTimes times;

    Publishing(
            EntityManager entities,
            Directory directory,
            Authoring authoring,
            WritingGuard guard,
            NewIds ids,
            Notices notices,
            Remembered<Boolean> running,
            SurveyTimes times) {
        this.entities = entities;
        this.directory = directory;
        this.authoring = authoring;
        this.guard = guard;
        this.ids = ids;
        this.notices = notices;
        this.running = running;
        this.times = times;
    }

    /** Asks the people; those who are asked are fixed now. */
    void publish(Caller author, UUID id) {
        guard.admit(author);
        Survey survey = authoring.unanswered(author, id);
        if (authoring.questions(id).isEmpty()) {
            throw Authoring.refusal("surveys.refusal.empty");
        }
        if (!times.now().now().isBefore(survey.closesAt())) {
            throw Authoring.refusal("surveys.refusal.late");
        }
        survey.publish();
        guard.count(author, id, ask(survey));
        running.forget();
    }

    /** Asks those who have come since, and no more those who have left without an answer. */
    void renew(Caller author, UUID id) {
        Survey survey = authoring.held(author, id);
        if (!survey.published()) {
            throw Authoring.refusal("surveys.refusal.draft");
        }
        ask(survey);
    }

    /** Each night those who have come by an import, so that nobody has to think of it. */
    void renewAll(JobRun run) {
        entities.createNamedQuery("Survey.running", Survey.class)
                .setParameter("now", times.now().now())
                .getResultList()
                .forEach(this::ask);
    }

    private List<SurveyAsked> asked(UUID survey) {
        return entities.createNamedQuery("SurveyAsked.ofSurvey", SurveyAsked.class)
                .setParameter("survey", survey)
                .getResultList();
    }

    /**
     * Asks those who are to be asked today.
     *
     * @return how many people are asked
     */
    private int ask(Survey survey) {
        Map<PersonId, Set<PersonId>> asked = Audience.of(survey, classes(survey.id()), directory);
        List<SurveyAsked> before = asked(survey.id());
        takeOut(
                survey.id(),
                before.stream()
                        .filter(
                                each ->
                                        !asked.getOrDefault(new PersonId(each.person()), Set.of())
                                                .contains(new PersonId(each.unit())))
                        .toList());
        Set<List<UUID>> there = new HashSet<>();
        before.forEach(each -> there.add(List.of(each.person(), each.unit())));
        asked.forEach(
                (person, units) ->
                        units.stream()
                                .filter(unit -> there.add(List.of(person.value(), unit.value())))
                                .map(unit -> new SurveyAsked(ids.next(), survey.id(), person, unit))
                                .forEach(entities::persist));
        entities.flush();
        if (survey.isOpen(times.now())) {
            told(survey, asked.keySet());
        }
        return asked.size();
    }

    /** Those who are not to be asked any more; what was answered counts. */
    private void takeOut(UUID survey, List<SurveyAsked> gone) {
        if (gone.isEmpty()) {
            return;
        }
        Set<UUID> answered =
                Set.copyOf(
                        entities.createNamedQuery("SurveyDone.units", UUID.class)
                                .setParameter("survey", survey)
                                .setParameter(
                                        "units",
                                        gone.stream().map(SurveyAsked::unit).distinct().toList())
                                .getResultList());
        gone.stream().filter(each -> !answered.contains(each.unit())).forEach(entities::remove);
    }

    private Set<ClassId> classes(UUID survey) {
        Set<ClassId> classes = new HashSet<>();
        entities.createNamedQuery("SurveyClass.ofSurvey", String.class)
                .setParameter("survey", survey)
                .getResultList()
                .forEach(each -> classes.add(ClassId.of(each)));
        return classes;
    }

    /**
     * Reminds those who have not answered, once a day at most.
     *
     * @return how many they are
     */
    int remind(Caller author, UUID id) {
        guard.admit(author);
        Survey survey = authoring.held(author, id);
        if (!survey.isOpen(times.now())) {
            throw Authoring.refusal("surveys.refusal.closed");
        }
        List<PersonId> waiting =
                entities.createNamedQuery("SurveyAsked.withoutAnswer", UUID.class)
                        .setParameter("survey", id)
                        .getResultStream()
                        .map(PersonId::new)
                        .toList();
        String day = LocalDate.ofInstant(times.now().now(), SchoolCalendar.ZONE).toString();
        tell(survey, key(id) + "-" + day, "surveys.told.reminder", waiting);
        return waiting.size();
    }

    /** Tells people of what has opened a moment ago. */
    void tellOpen(JobRun run) {
        for (Survey survey :
                times.bound(entities.createNamedQuery("Survey.toTell", Survey.class))
                        .setParameter("now", times.now().now())
                        .getResultList()) {
            told(
                    survey,
                    entities.createNamedQuery("SurveyAsked.ofSurvey", SurveyAsked.class)
                            .setParameter("survey", survey.id())
                            .getResultStream()
                            .map(asked -> new PersonId(asked.person()))
                            .collect(Collectors.toSet()));
        }
    }

    private void told(Survey survey, Collection<PersonId> people) {
        survey.tell();
        tell(survey, key(survey.id()), "surveys.told.asked", people);
    }

    private void tell(Survey survey, String key, String text, Collection<PersonId> people) {
        if (!people.isEmpty()) {
            notices.tell(
                    Notice.of(
                            "survey",
                            key,
                            Wording.of(text, survey.title()),
                            "/surveys/" + survey.id()),
                    people);
        }
    }

    /** Of what is told first; those of reminders begin with it. */
    static String key(UUID survey) {
        return "survey-" + survey;
    }
}
