package fr.preau.communication.messages;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.Person;
import fr.preau.api.school.SchoolClass;
import fr.preau.communication.school.Database;
import fr.preau.communication.school.Host;
import fr.preau.communication.school.InventedSchool;
import fr.preau.communication.school.ModuleAtSchool;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A form that was taken is remembered for a week, and the table of them does not grow for ever. */
class PostedFormTest {

    private static final Instant MONDAY = Instant.parse("2026-11-02T08:00:00Z");

    private final InventedSchool school = new InventedSchool();
    private final SchoolClass fifthB = school.aClass("5eB");
    private final Person pupil = school.aPupil("Inès Marchetout", fifthB);
    private final Person guardian = school.aGuardian("Aïcha Marchetout", pupil);
    private final Person teacher = school.aTeacher("Claire Tableau", fifthB);

    @BeforeEach
    void noForms() {
        Database.get()
                .inUnitOfWork(
                        true,
                        () ->
                                Database.get()
                                        .proxy()
                                        .createQuery("DELETE FROM PostedForm p")
                                        .executeUpdate());
    }

    @Test
    void aFormIsForgottenAfterAWeekWhenTheNextOneComes() {
        send(MONDAY, "Lundi");
        send(MONDAY.plus(Duration.ofDays(7)), "Une semaine après");
        assertThat(forms()).isEqualTo(2);

        send(MONDAY.plus(Duration.ofDays(7)).plusSeconds(1), "Une seconde de plus");

        assertThat(forms()).isEqualTo(2);
    }

    @Test
    void manyOldFormsAreForgottenAHundredAtATime() {
        for (int i = 0; i < 130; i++) {
            send(MONDAY.plusSeconds(i), "Mot " + i);
        }

        send(MONDAY.plus(Duration.ofDays(30)), "Un mois après");
        assertThat(forms()).isEqualTo(31);

        send(MONDAY.plus(Duration.ofDays(30)).plusSeconds(1), "Juste après");
        assertThat(forms()).isEqualTo(2);
    }

    @Test
    void aFormOfThisWeekStillSendsOnce() {
        UUID key = send(MONDAY, "Lundi");

        send(MONDAY.plus(Duration.ofDays(6)), "Lundi", key);

        assertThat(inbox()).hasSize(1);
    }

    private UUID send(Instant when, String subject) {
        UUID key = InventedSchool.newId();
        send(when, subject, key);
        return key;
    }

    private void send(Instant when, String subject, UUID key) {
        host(when)
                .call(
                        guardian,
                        "POST /messages",
                        new SendInput(
                                List.of("person:" + teacher.id()),
                                subject,
                                "Bonjour.",
                                key,
                                null,
                                null,
                                null,
                                false,
                                null,
                                null),
                        ComposePage.class);
    }

    private List<InboxPage.Line> inbox() {
        return host(MONDAY.plus(Duration.ofDays(7)))
                .show(teacher, "GET /messages", new BoxInput(null, null, null), InboxPage.class)
                .conversations()
                .items();
    }

    private Host host(Instant when) {
        return ModuleAtSchool.host(school, Clock.fixed(when, ZoneOffset.UTC));
    }

    private static int forms() {
        return Database.get()
                .inUnitOfWork(
                        false,
                        () ->
                                Integer.parseInt(
                                        Database.get()
                                                .ask(
                                                        "SELECT COUNT(*) FROM"
                                                                + " communication_posted_form",
                                                        1)));
    }
}
