package fr.preau.communication.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.route.Answer;
import fr.preau.api.route.Refusal;
import fr.preau.api.school.ClassId;
import fr.preau.api.school.Person;
import fr.preau.api.school.SchoolClass;
import fr.preau.api.school.StaffFunction;
import fr.preau.communication.school.Database;
import fr.preau.communication.school.Host;
import fr.preau.communication.school.InventedSchool;
import fr.preau.communication.school.ModuleAtSchool;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Many families who press at the same moment. */
class BookingAtOnceTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");
    private static final int THREADS = 24;

    private final InventedSchool school = new InventedSchool();
    private final Person principal =
            school.aMemberOfTheStaff("Anne Lambert", StaffFunction.PRINCIPAL);
    private final Host host = ModuleAtSchool.host(school, Clock.fixed(MONDAY, ZoneOffset.UTC));

    @Test
    void ofTwoGuardiansOnTheSameSlotOneGetsItAndTheOtherSeesWhatIsFree() throws Exception {
        SchoolClass fifthB = school.aClass("5eB");
        school.aTeacher("Claire Tableau", fifthB);
        List<Person> guardians = families(fifthB, 12);
        UUID evening = open("19:00", fifthB);
        FamilyPage.Wished wish = page(guardians.get(0), evening).wishes().get(0);
        int minute = wish.teacher().free().get(4).minute();

        List<Answer<FamilyPage>> answers =
                atOnce(
                        guardians.stream()
                                .<Callable<Answer<FamilyPage>>>map(
                                        guardian -> () -> press(guardian, evening, minute))
                                .toList());

        assertThat(answers).filteredOn(Answer.Done.class::isInstance).hasSize(1);
        assertThat(answers)
                .filteredOn(Answer.TryAgain.class::isInstance)
                .hasSize(11)
                .allSatisfy(
                        answer ->
                                assertThat(answer.page().wishes().get(0).teacher().free())
                                        .hasSize(11)
                                        .noneMatch(slot -> slot.minute() == minute));
    }

    @Test
    void ofBothGuardiansWhoPressAtOnceOneHasTheOnePlaceOfTheirChild() throws Exception {
        SchoolClass fifthB = school.aClass("5eB");
        school.aTeacher("Claire Tableau", fifthB);
        Person child = school.aPupil("Inès Marchetout", fifthB);
        List<Person> both =
                List.of(
                        school.aGuardian("Aïcha Marchetout", child),
                        school.aGuardian("Marc Marchetout", child));
        UUID evening = open("19:00", Meeting.OnePer.CHILD, fifthB);
        List<FamilyPage.FreeSlot> free =
                page(both.get(0), evening).wishes().get(0).teacher().free();

        List<Answer<FamilyPage>> answers =
                atOnce(
                        List.of(
                                () -> press(both.get(0), evening, free.get(0).minute()),
                                () -> press(both.get(1), evening, free.get(3).minute())));

        assertThat(answers).filteredOn(Answer.Done.class::isInstance).hasSize(1);
        assertThat(both)
                .extracting(guardian -> page(guardian, evening).booked().size())
                .containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void theOnePlaceOfAChildIsTakenOnceAlsoByWhomWaitedWithAnOlderReading() throws Exception {
        SchoolClass fifthB = school.aClass("5eB");
        school.aTeacher("Claire Tableau", fifthB);
        Person child = school.aPupil("Inès Marchetout", fifthB);
        List<Person> both =
                List.of(
                        school.aGuardian("Aïcha Marchetout", child),
                        school.aGuardian("Marc Marchetout", child));
        UUID evening = open("19:00", Meeting.OnePer.CHILD, fifthB);
        FamilyPage.Wished wish = page(both.get(0), evening).wishes().get(0);
        CyclicBarrier bothHaveRead = new CyclicBarrier(2);

        List<String> became =
                atOnce(
                        List.of(
                                () ->
                                        pressAfterReading(
                                                both.get(0), evening, wish, 0, bothHaveRead),
                                () ->
                                        pressAfterReading(
                                                both.get(1), evening, wish, 3, bothHaveRead)));

        assertThat(became).containsExactlyInAnyOrder("booked", "place-gone");
        assertThat(rows(evening)).hasSize(1);
        assertThat(both)
                .extracting(guardian -> page(guardian, evening).booked().size())
                .containsExactlyInAnyOrder(0, 1);
    }

    private String pressAfterReading(
            Person guardian,
            UUID evening,
            FamilyPage.Wished wish,
            int slot,
            CyclicBarrier allHaveRead) {
        Runnable reading =
                () -> {
                    Database.get().ask("SELECT COUNT(*) FROM communication_meeting_booking", 1);
                    try {
                        allHaveRead.await(30, TimeUnit.SECONDS);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                };
        try {
            host.callAfter(
                    reading,
                    guardian,
                    "POST /meetings/{meeting}/book",
                    new BookInput(
                            evening,
                            wish.teacher().host(),
                            wish.child().id(),
                            wish.teacher().free().get(slot).minute()),
                    FamilyPage.class);
            return "booked";
        } catch (Refusal refused) {
            return refused.type();
        }
    }

    @Test
    void oneGuardianIsNeverAtTwoTeachersHoweverFastTheyPress() throws Exception {
        SchoolClass fifthB = school.aClass("5eB");
        for (int i = 0; i < 10; i++) {
            school.aTeacher("Claire Tableau" + i, fifthB);
        }
        Person guardian = families(fifthB, 1).get(0);
        UUID evening = open("19:00", fifthB);
        List<FamilyPage.Wished> wishes = page(guardian, evening).wishes();
        int minute = wishes.get(0).teacher().free().get(0).minute();

        atOnce(
                wishes.stream()
                        .<Callable<Boolean>>map(
                                wish ->
                                        () -> {
                                            try {
                                                press(guardian, evening, wish, minute);
                                                return true;
                                            } catch (Refusal taken) {
                                                assertThat(taken.type()).isEqualTo("slot-taken");
                                                return false;
                                            }
                                        })
                        .toList());

        assertThat(page(guardian, evening).booked()).hasSize(1);
    }

    @Test
    void nineHundredFamiliesHaveAPlanProposedAtOnceAndNobodyIsTwiceAnywhere() throws Exception {
        List<SchoolClass> classes = new ArrayList<>();
        List<Person> guardians = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            SchoolClass each = school.aClass("5e" + i);
            classes.add(each);
            guardians.addAll(families(each, 30));
        }
        for (int i = 0; i < 40; i++) {
            SchoolClass[] taught =
                    new SchoolClass[] {
                        classes.get(i % 30), classes.get((i + 7) % 30), classes.get((i + 13) % 30)
                    };
            school.aTeacher("Prof Essaie" + i, taught);
        }
        UUID evening = open("22:00", classes.toArray(SchoolClass[]::new));

        List<Integer> booked =
                atOnce(
                        guardians.stream()
                                .<Callable<Integer>>map(
                                        guardian -> () -> propose(guardian, evening))
                                .toList());

        List<Object[]> rows = rows(evening);
        assertThat(booked.stream().mapToInt(i -> i).sum()).isEqualTo(rows.size());
        assertThat(rows).hasSizeGreaterThan(900);
        Map<List<Object>, Long> atHost =
                rows.stream()
                        .collect(
                                Collectors.groupingBy(
                                        row -> List.of(row[0], row[2]), Collectors.counting()));
        Map<List<Object>, Long> ofGuardian =
                rows.stream()
                        .collect(
                                Collectors.groupingBy(
                                        row -> List.of(row[1], row[2]), Collectors.counting()));
        assertThat(atHost.values()).containsOnly(1L);
        assertThat(ofGuardian.values()).containsOnly(1L);
    }

    private static List<Object[]> rows(UUID evening) {
        return Database.get()
                .inUnitOfWork(
                        false,
                        () ->
                                Database.get()
                                        .proxy()
                                        .createQuery(
                                                "SELECT b.hostId, b.guardianId, b.startsAt"
                                                        + " FROM Booking b WHERE b.meetingId = :m",
                                                Object[].class)
                                        .setParameter("m", evening)
                                        .getResultList());
    }

    private List<Person> families(SchoolClass schoolClass, int many) {
        List<Person> guardians = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            Person child = school.aPupil("Léa Famille" + i, schoolClass);
            guardians.add(school.aGuardian("Max Famille" + i, child));
        }
        return guardians;
    }

    private UUID open(String to, SchoolClass... classes) {
        return open(to, Meeting.OnePer.GUARDIAN, classes);
    }

    private UUID open(String to, Meeting.OnePer onePer, SchoolClass... classes) {
        UUID key = InventedSchool.newId();
        List<ClassId> ids = List.of(classes).stream().map(SchoolClass::id).toList();
        host.call(
                principal,
                "POST /meetings/new",
                new MeetingInput(
                        "Rencontre",
                        LocalDate.of(2026, 12, 1),
                        "17:00",
                        to,
                        10,
                        0,
                        0,
                        onePer,
                        "",
                        "2026-11-23T08:00",
                        "2026-11-30T20:00",
                        null,
                        ids,
                        null,
                        null,
                        key),
                MeetingFormPage.class);
        return key;
    }

    private FamilyPage page(Person guardian, UUID evening) {
        return host.show(
                guardian, "GET /meetings/{meeting}/book", new MeetingId(evening), FamilyPage.class);
    }

    private Answer<FamilyPage> press(Person guardian, UUID evening, int minute) {
        return press(guardian, evening, page(guardian, evening).wishes().get(0), minute);
    }

    private Answer<FamilyPage> press(
            Person guardian, UUID evening, FamilyPage.Wished wish, int minute) {
        return host.call(
                guardian,
                "POST /meetings/{meeting}/book",
                new BookInput(evening, wish.teacher().host(), wish.child().id(), minute),
                FamilyPage.class);
    }

    private int propose(Person guardian, UUID evening) {
        List<String> wishes =
                page(guardian, evening).wishes().stream()
                        .map(wish -> wish.teacher().host() + ":" + wish.child().id())
                        .toList();
        if (wishes.isEmpty()) {
            return 0;
        }
        return host.call(
                        guardian,
                        "POST /meetings/{meeting}/propose",
                        new ProposeInput(evening, wishes),
                        FamilyPage.class)
                .page()
                .booked()
                .size();
    }

    /** All begin when the last one is ready. */
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
