package fr.preau.communication.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.route.Refusal;
import fr.preau.api.school.Person;
import fr.preau.api.school.Profile;
import fr.preau.api.school.SchoolClass;
import fr.preau.api.school.StaffFunction;
import fr.preau.communication.school.Host;
import fr.preau.communication.school.InventedSchool;
import fr.preau.communication.school.ModuleAtSchool;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Many who answer at the same moment, and an author who changes something meanwhile. */
class AnsweringAtOnceTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");
    private static final int THREADS = 24;

    private final InventedSchool school = new InventedSchool();
    private final Person principal =
            school.aMemberOfTheStaff("Anne Lambert", StaffFunction.PRINCIPAL);
    private final Host host = ModuleAtSchool.host(school, Clock.fixed(MONDAY, ZoneOffset.UTC));

    @Test
    void twoGuardiansOfNineHundredFamiliesAnswerAtOnceAndEachFamilyCountsOnce() throws Exception {
        SchoolClass fifthB = school.aClass("5eB");
        List<Person> guardians = new ArrayList<>();
        for (int i = 0; i < 900; i++) {
            Person child = school.aPupil("Léa Famille" + i, fifthB);
            guardians.add(school.aGuardian("Max Famille" + i, child));
            guardians.add(school.aGuardian("Eva Famille" + i, child));
        }
        UUID survey = publish(fifthB);

        atOnce(
                guardians.stream()
                        .<Callable<String>>map(guardian -> () -> answer(guardian, survey))
                        .toList());

        SurveyPage page = page(survey);
        assertThat(page.asked()).isEqualTo(900);
        assertThat(page.answered()).isEqualTo(900);
        host.call(
                principal,
                "POST /surveys/{survey}/close",
                new QuestionInput(survey, null, null, null, null, null),
                SurveyPage.class);
        assertThat(page(survey).results().get(0).answers()).isEqualTo(900);
    }

    @Test
    void anAuthorChangesItBeforeTheFirstAnswerOrNotAtAll() throws Exception {
        SchoolClass fifthB = school.aClass("5eB");
        List<Callable<String>> acts = new ArrayList<>();
        Person child = school.aPupil("Léa Famille", fifthB);
        Person guardian = school.aGuardian("Max Famille", child);
        UUID survey = publish(fifthB);
        acts.add(
                () -> {
                    try {
                        return answer(guardian, survey);
                    } catch (Refusal refused) {
                        return refused.type(); // it was changed, and is told
                    }
                });
        acts.add(
                () -> {
                    try {
                        addQuestion(survey, "Et encore ?");
                        return "changed";
                    } catch (Refusal refused) {
                        return refused.type();
                    }
                });

        List<String> came = atOnce(acts);

        SurveyPage page = page(survey);
        if (came.get(1).equals("changed")) {
            assertThat(page.questions()).hasSize(2);
        } else {
            assertThat(came.get(1)).isEqualTo("survey-answered");
            assertThat(page.questions()).hasSize(1);
        }
        assertThat(page.answered()).isLessThanOrEqualTo(1);
    }

    private UUID publish(SchoolClass schoolClass) {
        UUID key = InventedSchool.newId();
        host.call(
                principal,
                "POST /surveys/new",
                new SurveyInput(
                        "La cantine",
                        "",
                        Profile.GUARDIAN,
                        true,
                        true,
                        "2026-11-23T09:00",
                        "2026-11-30T20:00",
                        null,
                        List.of(schoolClass.id()),
                        key),
                SurveyFormPage.class);
        addQuestion(key, "Assez de temps ?");
        host.call(
                principal,
                "POST /surveys/{survey}/publish",
                new QuestionInput(key, null, null, null, null, null),
                SurveyPage.class);
        return key;
    }

    private void addQuestion(UUID survey, String wording) {
        host.call(
                principal,
                "POST /surveys/{survey}/edit",
                new QuestionInput(survey, "YES_NO", wording, "", true, null),
                SurveyPage.class);
    }

    private SurveyPage page(UUID survey) {
        return host.show(
                principal, "GET /surveys/{survey}/edit", new SurveyId(survey), SurveyPage.class);
    }

    private String answer(Person guardian, UUID survey) {
        List<String> yes = List.of("Oui");
        return host.call(
                        guardian,
                        "POST /surveys/{survey}",
                        new AnswerInput(
                                survey, true, yes, yes, null, null, null, null, null, null, null,
                                null, null, null, null, null, null, null, null, null, null, null),
                        AnswerPage.class)
                .page()
                .state()
                .name();
    }

    private static <T> List<T> atOnce(List<Callable<T>> acts) throws Exception {
        int threads = Math.min(THREADS, acts.size());
        CountDownLatch ready = new CountDownLatch(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (Callable<T> act : acts) {
                futures.add(
                        pool.submit(
                                () -> {
                                    ready.countDown();
                                    ready.await();
                                    return act.call();
                                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
