package fr.preau.communication.safety;

import static fr.preau.api.school.StaffFunction.CPE;
import static fr.preau.api.school.StaffFunction.PRINCIPAL;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.communication.circulars.Carnet;
import fr.preau.communication.reports.CasePage;
import fr.preau.communication.reports.Evidence;
import fr.preau.communication.reports.QueuePage;
import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An account that writes as only a stolen one does is stopped, reported, and let go on. */
@PreauTest
class BurstsTest {

    private final PreauKit kit;
    private final KitPerson pupil;
    private final KitPerson teacher;
    private final KitPerson principal;

    BurstsTest(PreauKit kit) {
        this.kit = kit;
        this.pupil = kit.pupil();
        this.teacher = kit.teacher();
        this.principal = kit.staff(PRINCIPAL);
    }

    private KitAnswer write(KitPerson from, KitPerson to, int number) {
        return kit.as(from)
                .post(
                        "/messages",
                        Form.of(
                                "to", "person:" + to.id(),
                                "subject", "Message " + number,
                                "text", "Bombe " + number,
                                "key", UUID.randomUUID().toString()));
    }

    private void writeFive() {
        kit.set("burst-pupil", "5");
        for (int i = 1; i <= 5; i++) {
            assertThat(write(pupil, teacher, i).status()).isLessThan(300);
        }
    }

    private List<QueuePage.Line> queue() {
        return kit.as(principal).get("/safety/reports").as(QueuePage.class).reports().items();
    }

    private CasePage onlyCase() {
        return kit.as(principal)
                .get("/safety/reports/" + queue().get(0).report())
                .as(CasePage.class);
    }

    @Test
    void theMessageThatIsOneTooManyIsNotSentAndTheAccountIsReportedOnce() {
        writeFive();

        KitAnswer sixth = write(pupil, teacher, 6);
        write(pupil, teacher, 7);

        assertThat(sixth.status()).isEqualTo(422);
        assertThat(sixth.violations().get(WritingGuard.FIELD))
                .singleElement()
                .asString()
                .contains("Par sécurité");
        kit.clock().advance(Duration.ofSeconds(11)); // until then it may be taken back
        assertThat(kit.as(teacher).get("/messages").json().toString())
                .contains("Message 5")
                .doesNotContain("Message 6", "Message 7");
        assertThat(queue()).hasSize(1);
        assertThat(onlyCase().kind()).isEqualTo(Evidence.Kind.BURST);
        assertThat(onlyCase().text()).startsWith("6 messages");
        assertThat(onlyCase().stopped()).isTrue();
    }

    @Test
    void aStoppedAccountStaysSoAlsoWhenTimeHasPassedAndOnTheRoadOfReplies() {
        String conversation = Objects.requireNonNull(write(teacher, pupil, 1).location());
        writeFive();
        write(pupil, teacher, 6);
        kit.clock().advance(Duration.ofHours(2));

        assertThat(write(pupil, teacher, 8).status()).isEqualTo(422);
        assertThat(kit.as(pupil).post(conversation + "/replies", Form.of("text", "Oui.")).status())
                .isEqualTo(422);
        assertThat(kit.as(pupil).get("/messages").status()).isEqualTo(200);
    }

    @Test
    void thePrincipalAloneLetsItGoOn() {
        writeFive();
        write(pupil, teacher, 6);
        String address = onlyCase().address();
        assertThat(kit.as(kit.staff(CPE)).post(address + "/lift", Form.empty()).status())
                .isEqualTo(403);

        kit.clock().advance(Duration.ofMinutes(11));
        kit.as(principal).post(address + "/lift", Form.empty());

        assertThat(write(pupil, teacher, 9).status()).isLessThan(300);
        assertThat(kit.as(principal).get("/safety/journal").html())
                .contains("Envois arrêtés", "Envois rétablis");
    }

    @Test
    void anAccountThatIsLetGoOnIsCountedAnew() {
        writeFive();
        write(pupil, teacher, 6);
        kit.as(principal).post(onlyCase().address() + "/lift", Form.empty());

        for (int i = 1; i <= 5; i++) {
            assertThat(write(pupil, teacher, i).status()).as("message " + i).isLessThan(300);
        }
        assertThat(write(pupil, teacher, 6).status()).isEqualTo(422);
    }

    @Test
    void theSameFormSentTwiceIsCountedOnce() {
        kit.set("burst-pupil", "5");
        for (int i = 1; i <= 5; i++) {
            Form form =
                    Form.of(
                            "to",
                            "person:" + teacher.id(),
                            "subject",
                            "Message " + i,
                            "text",
                            "Bonjour",
                            "key",
                            UUID.randomUUID().toString());
            assertThat(kit.as(pupil).post("/messages", form).status()).isLessThan(300);
            assertThat(kit.as(pupil).post("/messages", form).status()).isLessThan(300);
        }
        assertThat(queue()).isEmpty();
    }

    @Test
    void theSameFormWithOtherWordsIsAnotherMessage() {
        kit.set("burst-pupil", "5");
        String key = UUID.randomUUID().toString();
        List<Integer> answers = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            answers.add(
                    kit.as(pupil)
                            .post(
                                    "/messages",
                                    Form.of(
                                            "to",
                                            "person:" + teacher.id(),
                                            "subject",
                                            "Message",
                                            "text",
                                            "Bombe " + i,
                                            "key",
                                            key))
                            .status());
        }
        assertThat(answers.subList(0, 5)).allMatch(status -> status < 300);
        assertThat(answers.get(5)).isEqualTo(422);
    }

    @Test
    void whatCannotBeSentIsNotCounted() {
        kit.set("burst-pupil", "5");
        for (int i = 1; i <= 10; i++) {
            kit.as(pupil)
                    .post(
                            "/messages",
                            Form.of("to", "person:" + teacher.id(), "subject", "", "text", ""));
        }
        assertThat(write(pupil, teacher, 1).status()).isLessThan(300);
        assertThat(queue()).isEmpty();
    }

    @Test
    void circularsCountAsMessagesDo() {
        kit.set("burst-teacher", "20");
        Carnet carnet = new Carnet(kit);
        for (int i = 1; i <= 21; i++) {
            carnet.send(teacher, carnet.form(carnet.classCode("5eA")));
        }

        assertThat(write(teacher, pupil, 1).status()).isEqualTo(422);
        assertThat(queue()).hasSize(1);
        assertThat(onlyCase().authorName()).isEqualTo(teacher.displayName());
    }

    private boolean reads(KitPerson reader, String address, String words) {
        return kit.as(reader).get(address).html().contains(words);
    }

    @Test
    void thePrincipalTakesBackAtOnceWhatAStoppedAccountWrote() {
        KitPerson cpe = kit.staff(CPE);
        String begun = Objects.requireNonNull(write(teacher, pupil, 0).location());
        String before = Objects.requireNonNull(write(pupil, teacher, 77).location());
        kit.clock().advance(Duration.ofHours(1));
        kit.set("burst-pupil", "5");
        kit.as(pupil).post(begun + "/replies", Form.of("text", "Bombe en réponse"));
        String threat = Objects.requireNonNull(write(pupil, teacher, 1).location());
        String going = Objects.requireNonNull(write(pupil, teacher, 2).location());
        kit.clock().advance(Duration.ofSeconds(11)); // until then it may be taken back
        kit.as(pupil).post(going + "/replies", Form.of("text", "Bombe encore"));
        write(pupil, cpe, 3);
        assertThat(write(pupil, teacher, 4).status()).isEqualTo(422);
        kit.clock().advance(Duration.ofMinutes(2));
        String address = onlyCase().address();
        assertThat(onlyCase().wroteBefore()).isEqualTo(5);
        assertThat(kit.as(cpe).post(address + "/messages", Form.empty()).status()).isEqualTo(403);

        assertThat(kit.as(principal).post(address + "/messages", Form.empty()).status())
                .isLessThan(300);
        kit.as(principal).post(address + "/messages", Form.empty());

        assertThat(reads(teacher, threat, "Bombe")).isFalse();
        assertThat(reads(teacher, going, "Bombe")).isFalse();
        assertThat(reads(teacher, begun, "Bombe en réponse")).isFalse();
        assertThat(reads(teacher, before, "Bombe 77")).isTrue();
        assertThat(kit.as(cpe).get("/messages").html()).doesNotContain("Message 3");
        assertThat(kit.as(principal).get(address).as(CasePage.class).wroteBefore()).isZero();
        List<QueuePage.Line> done =
                kit.as(cpe).get("/safety/reports?done=true").as(QueuePage.class).reports().items();
        assertThat(done).hasSize(5);
        assertThat(kit.as(principal).get("/safety/journal").html())
                .contains("5 messages d’un compte arrêté");
        String one = "/safety/reports/" + done.get(0).report();
        assertThat(kit.as(cpe).get(one).as(CasePage.class).changed()).isEmpty();
        kit.as(cpe).post(one + "/return", Form.empty());
        assertThat(kit.as(cpe).get(one).as(CasePage.class).withdrawn()).isFalse();
    }

    @Test
    void aReportOfAMessageOpensNoOtherMessageOfItsAuthor() {
        write(pupil, teacher, 1);
        String conversation = Objects.requireNonNull(write(pupil, teacher, 2).location());
        kit.clock().advance(Duration.ofSeconds(11));
        String letter =
                kit.as(teacher).get(conversation).json().getJsonObject("letter").getString("id");
        kit.as(teacher).post(conversation + "/reports", Form.of("message", letter));

        kit.as(principal).post(onlyCase().address() + "/messages", Form.empty());

        assertThat(onlyCase().wroteBefore()).isZero();
        assertThat(reads(teacher, conversation, "Bombe 2")).isTrue();
    }

    @Test
    void repliesCountToo() {
        String conversation = Objects.requireNonNull(write(teacher, pupil, 1).location());
        kit.clock().advance(Duration.ofSeconds(11)); // until then it may be taken back
        writeFive();

        assertThat(kit.as(pupil).post(conversation + "/replies", Form.of("text", "Oui.")).status())
                .isEqualTo(422);
    }

    @Test
    void whoWritesSlowlyIsNeverStopped() {
        kit.set("burst-pupil", "5");
        for (int i = 1; i <= 12; i++) {
            assertThat(write(pupil, teacher, i).status()).isLessThan(300);
            kit.clock().advance(Duration.ofMinutes(3));
        }
        assertThat(queue()).isEmpty();
    }

    @Test
    void teachersWriteToLongLists() {
        assertThat(
                        kit.as(teacher)
                                .post(
                                        "/messages",
                                        Form.of(
                                                "to",
                                                "person:" + pupil.id(),
                                                "to",
                                                "person:" + principal.id(),
                                                "subject",
                                                "Sortie",
                                                "text",
                                                "Demain."))
                                .status())
                .isLessThan(300);
        assertThat(queue()).isEmpty();
    }

    @Test
    void aTeachersAccountThatWritesToTooManyPeopleIsStoppedAndReportedToo() {
        kit.set("burst-readers-teacher", "30");
        List<KitPerson> guardians = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            guardians.add(kit.aGuardian().named("Parent", "N" + i).of(pupil).create());
        }

        KitAnswer first = writeToAll(guardians, 1);
        KitAnswer second = writeToAll(guardians, 2);

        assertThat(first.status()).isLessThan(300);
        assertThat(second.status()).isEqualTo(422);
        assertThat(onlyCase().authorName()).isEqualTo(teacher.displayName());
        assertThat(onlyCase().text()).contains("32 destinataires");
        assertThat(onlyCase().stopped()).isTrue();
    }

    private KitAnswer writeToAll(List<KitPerson> guardians, int number) {
        Form form =
                Form.of(
                        "subject", "Message " + number,
                        "text", "Bombe " + number,
                        "key", UUID.randomUUID().toString());
        for (KitPerson each : guardians) {
            form = form.with("to", "person:" + each.id());
        }
        return kit.as(teacher).post("/messages", form);
    }
}
