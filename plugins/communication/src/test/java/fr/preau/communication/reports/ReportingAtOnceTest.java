package fr.preau.communication.reports;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.Person;
import fr.preau.api.school.SchoolClass;
import fr.preau.communication.messages.BoxInput;
import fr.preau.communication.messages.ComposePage;
import fr.preau.communication.messages.ConversationInput;
import fr.preau.communication.messages.ConversationPage;
import fr.preau.communication.messages.InboxPage;
import fr.preau.communication.messages.SendInput;
import fr.preau.communication.school.Database;
import fr.preau.communication.school.Host;
import fr.preau.communication.school.InventedSchool;
import fr.preau.communication.school.ModuleAtSchool;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Several readers who report the same at the same moment. */
class ReportingAtOnceTest {

    private final InventedSchool school = new InventedSchool();
    private final SchoolClass fifthB = school.aClass("5eB");
    private final Person child = school.aPupil("Inès Marchetout", fifthB);
    private final Person teacher = school.aTeacher("Claire Tableau", fifthB);
    private final List<Person> both =
            List.of(
                    school.aGuardian("Aïcha Marchetout", child),
                    school.aGuardian("Marc Marchetout", child));
    private final Host host = ModuleAtSchool.host(school);

    @Test
    void twoReadersOfALetterWhoReportAtOnceMakeOneEvidenceAndOneCase() throws Exception {
        host.call(
                teacher,
                "POST /messages",
                new SendInput(
                        List.of("guardians:" + fifthB.id()),
                        "Demain",
                        "Une bombe.",
                        InventedSchool.newId(),
                        null,
                        null,
                        null,
                        false,
                        null,
                        null),
                ComposePage.class);
        CyclicBarrier bothHaveRead = new CyclicBarrier(2);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        List<UUID> cases = new ArrayList<>();
        try {
            List<Future<UUID>> pressed = new ArrayList<>();
            for (Person reader : both) {
                ReportInput.OfMessage letter = letterOf(reader);
                pressed.add(pool.submit(() -> report(reader, letter, bothHaveRead)));
            }
            for (Future<UUID> each : pressed) {
                cases.add(each.get());
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(cases).hasSize(2);
        assertThat(cases.get(0)).isEqualTo(cases.get(1));
        UUID letter = letterOf(both.get(0)).message();
        assertThat(count("communication_evidence WHERE message_id = '" + letter + "'")).isOne();
        assertThat(count("communication_reporter WHERE report_id = '" + cases.get(0) + "'"))
                .isEqualTo(2);
    }

    private ReportInput.OfMessage letterOf(Person reader) {
        UUID conversation =
                host.show(reader, "GET /messages", new BoxInput(null, null, null), InboxPage.class)
                        .conversations()
                        .items()
                        .get(0)
                        .conversation();
        ConversationPage page =
                host.show(
                        reader,
                        "GET /messages/{conversation}",
                        new ConversationInput(conversation, null),
                        ConversationPage.class);
        return new ReportInput.OfMessage(conversation, page.letter().id());
    }

    private UUID report(Person reader, ReportInput.OfMessage letter, CyclicBarrier allHaveRead) {
        Runnable reading =
                () -> {
                    Database.get().ask("SELECT COUNT(*) FROM communication_evidence", 1);
                    try {
                        allHaveRead.await(30, TimeUnit.SECONDS);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                };
        return host.callAfter(
                        reading,
                        reader,
                        "POST /messages/{conversation}/reports",
                        letter,
                        ReportedPage.class)
                .page()
                .report();
    }

    private static int count(String rows) {
        return Database.get()
                .inUnitOfWork(
                        false,
                        () ->
                                Integer.parseInt(
                                        Database.get().ask("SELECT COUNT(*) FROM " + rows, 1)));
    }
}
