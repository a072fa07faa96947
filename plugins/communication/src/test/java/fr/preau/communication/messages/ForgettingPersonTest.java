package fr.preau.communication.messages;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.privacy.ErasureReport;
import fr.preau.api.school.Person;
import fr.preau.api.school.SchoolClass;
import fr.preau.communication.attachments.Attachments;
import fr.preau.communication.school.Database;
import fr.preau.communication.school.InventedSchool;
import fr.preau.communication.school.NoFiles;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of messages when erasures meet, or the module goes back a version in between. */
class ForgettingPersonTest {

    private static final Instant MONDAY = Instant.parse("2026-11-02T08:00:00Z");

    private static final int PATIENCE_IN_SECONDS = 60;

    private final InventedSchool school = new InventedSchool();
    private final SchoolClass fifthB = school.aClass("5eB");
    private final Person pupil = school.aPupil("Inès Marchetout", fifthB);
    private final Person guardian = school.aGuardian("Aïcha Marchetout", pupil);
    private final Person teacher = school.aTeacher("Claire Tableau", fifthB);
    private final String subject = InventedSchool.newId().toString();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    @Test
    void whoIsErasedTwiceAtOnceIsErasedOnce() throws Exception {
        send();
        erase(teacher);

        List<ErasureReport> reports = eraseBesideEachOther(guardian, guardian);

        // The entry of the inbox and the letter.
        assertThat(reports).containsExactly(ErasureReport.erased(2), ErasureReport.erased(0));
        assertThat(kept()).isZero();
    }

    @Test
    void whatTwoShareIsGoneWhenBothAreErasedAtOnce() throws Exception {
        send();

        eraseBesideEachOther(teacher, guardian);

        assertThat(kept()).isZero();
    }

    @Test
    void whoIsGoneStaysGoneWhenTheModuleGoesBackAVersionAndForwardAgain() {
        send();
        erase(teacher);

        Database.get()
                .inUnitOfWork(
                        true,
                        () -> {
                            Database.get().run("/db/migration/U2__readers.sql");
                            Database.get().run("/db/migration/V2__readers.sql");
                            return true;
                        });

        assertThat(erase(guardian)).isEqualTo(ErasureReport.erased(2));
        assertThat(kept()).isZero();
    }

    private void send() {
        Tables.send(Database.get().proxy(), teacher, guardian, MONDAY, List.of(subject));
    }

    private static ErasureReport erase(Person person) {
        return Database.get().inUnitOfWork(true, () -> forget(person));
    }

    private static ErasureReport forget(Person person) {
        return new ForgettingPerson(
                        Database.get().proxy(),
                        new Attachments(Database.get().proxy(), new NoFiles()),
                        InventedSchool::newId)
                .forget(person.id());
    }

    /** The second one has looked at the tables before the first one changed them. */
    private List<ErasureReport> eraseBesideEachOther(Person first, Person second) throws Exception {
        CountDownLatch looked = new CountDownLatch(1);
        CountDownLatch changed = new CountDownLatch(1);
        Future<ErasureReport> late =
                threads.submit(
                        () ->
                                Database.get()
                                        .inUnitOfWork(
                                                true,
                                                () -> {
                                                    letters();
                                                    looked.countDown();
                                                    await(changed);
                                                    return forget(second);
                                                }));
        await(looked);
        Future<ErasureReport> early = threads.submit(() -> erase(first));
        ErasureReport report = early.get(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
        changed.countDown();
        return List.of(report, late.get(PATIENCE_IN_SECONDS, TimeUnit.SECONDS));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE_IN_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A letter stays as long as a conversation about it does. */
    private long letters() {
        return Database.get()
                .proxy()
                .createQuery("SELECT COUNT(l) FROM Letter l WHERE l.subject = :it", Long.class)
                .setParameter("it", subject)
                .getSingleResult();
    }

    private long kept() {
        return Database.get().inUnitOfWork(false, this::letters);
    }
}
