package fr.preau.communication;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import fr.preau.testkit.ToldNotice;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who is told of a message, and until when. */
@PreauTest
class TidingsTest {

    private final PreauKit kit;

    TidingsTest(PreauKit kit) {
        this.kit = kit;
    }

    private KitAnswer write(KitPerson from, KitPerson to, String subject, UUID form) {
        KitAnswer sent =
                kit.as(from)
                        .post(
                                "/messages",
                                Form.of(
                                        "to",
                                        "person:" + to.id(),
                                        "subject",
                                        subject,
                                        "text",
                                        "Demain à neuf heures.",
                                        "key",
                                        form.toString()));
        arrives();
        return sent;
    }

    /** Until then its author may take it back, and nobody is told of it. */
    private void arrives() {
        kit.clock().advance(Duration.ofSeconds(11));
        kit.runJob("send-later");
    }

    @Test
    void whoReceivesALetterIsToldOnceOfItsSubjectAndNothingElse() {
        UUID form = UUID.randomUUID();
        KitAnswer sent = write(kit.teacher(), kit.guardian(), "Sortie à l’été : « Sèvres »", form);
        write(kit.teacher(), kit.guardian(), "Sortie à l’été : « Sèvres »", form);

        assertThat(sent.status()).isLessThan(400);
        assertThat(kit.notices())
                .singleElement()
                .satisfies(
                        told -> {
                            assertThat(told.person()).isEqualTo(kit.guardian().id());
                            assertThat(told.kind()).isEqualTo("message");
                            assertThat(told.title()).isEqualTo("Sortie à l’été : « Sèvres »");
                            assertThat(told.path()).isEqualTo(sent.location());
                            assertThat(told.emergency()).isFalse();
                        });
    }

    @Test
    void whoHasReadTheConversationHasNoNoticeLeftAndAReplyLightsAnother() {
        String conversation =
                write(kit.teacher(), kit.guardian(), "Sortie", UUID.randomUUID()).location();

        kit.as(kit.guardian()).post(conversation + "/read", Form.of("seen", "1"));

        assertThat(kit.notices(kit.guardian())).extracting(ToldNotice::seen).containsExactly(true);

        kit.as(kit.guardian())
                .post(
                        conversation + "/replies",
                        Form.of(
                                "text",
                                "Merci.",
                                "key",
                                UUID.randomUUID().toString(),
                                "seen",
                                "1"));
        kit.clock().advance(Duration.ofSeconds(11));
        kit.runJob("send-later");

        assertThat(kit.notices(kit.teacher()))
                .singleElement()
                .satisfies(
                        told -> {
                            assertThat(told.title()).isEqualTo("Sortie");
                            assertThat(told.path()).isEqualTo(conversation);
                            assertThat(told.seen()).isFalse();
                        });
    }

    @Test
    void theBellOfThePortalCountsAndItsPageLeadsToTheMessage() {
        String conversation =
                write(kit.teacher(), kit.guardian(), "Sortie à l’été", UUID.randomUUID())
                        .location();

        assertThat(kit.as(kit.guardian()).get("/messages").html())
                .contains("Notifications, 1 nouvelle");
        KitAnswer list = kit.as(kit.guardian()).notifications(1);
        assertThat(list.statements()).isLessThanOrEqualTo(2);
        assertThat(list.html())
                .contains("Sortie à l’été", "Nouveau message")
                .contains("/c/sevres/communication" + conversation);
        assertThat(kit.as(kit.otherCollege().guardian()).notifications(1).html())
                .contains("Rien pour le moment", "Notifications, rien de nouveau");
    }

    @Test
    void allAreMarkedAsReadAtOnceAndOnlyOnesOwn() {
        for (int i = 0; i < 25; i++) {
            write(kit.teacher(), kit.guardian(), "Lettre " + i, UUID.randomUUID());
        }
        write(kit.teacher(), kit.pupil(), "Pour l’élève", UUID.randomUUID());
        assertThat(kit.as(kit.guardian()).notifications(2).html())
                .contains("Lettre 0", "rel=\"prev\"")
                .doesNotContain("Lettre 24");

        KitAnswer done = kit.as(kit.guardian()).inBrowser().seeAllNotifications();

        assertThat(done.header("Location")).isEqualTo("/notifications");
        assertThat(kit.notices(kit.guardian())).allMatch(ToldNotice::seen);
        assertThat(kit.notices(kit.pupil())).noneMatch(ToldNotice::seen);
        assertThat(kit.as(kit.guardian()).notifications(1).html())
                .contains("Notifications, rien de nouveau")
                .doesNotContain("Tout marquer comme lu");
    }
}
