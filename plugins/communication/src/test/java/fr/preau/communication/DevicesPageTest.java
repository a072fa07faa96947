package fr.preau.communication;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How people let their devices in, on the portal's own page. */
@PreauTest
class DevicesPageTest {

    private static final String PAGE = "/notifications/preferences";
    private static final String DEVICES = "/notifications/devices";

    private final PreauKit kit;

    DevicesPageTest(PreauKit kit) {
        this.kit = kit;
    }

    private static String base64(int bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[bytes]);
    }

    private KitAnswer letIn(KitPerson person, String endpoint, String name) {
        return kit.as(person)
                .inBrowser()
                .portal(
                        DEVICES,
                        Form.of(
                                "endpoint",
                                endpoint,
                                "key",
                                base64(65),
                                "auth",
                                base64(16),
                                "name",
                                name));
    }

    @Test
    void aDeviceIsLetInChosenForAndTakenAwayByItsOwnerOnly() {
        KitPerson teacher = kit.teacher();
        assertThat(kit.as(teacher).portal(PAGE).html())
                .contains("id=\"let-in\"", "data-key=\"B")
                .doesNotContain("sur mes appareils");
        String endpoint = "https://fcm.googleapis.com/fcm/send/" + UUID.randomUUID();

        assertThat(letIn(teacher, endpoint, "Téléphone « rouge »").header("Location"))
                .isEqualTo(PAGE);

        String html = kit.as(teacher).portal(PAGE).html();
        assertThat(html).contains("Téléphone « rouge »", "Nouveau message, sur mes appareils");
        Matcher push =
                Pattern.compile("name=\"(push\\.[^\"]*_communication_message)\"").matcher(html);
        assertThat(push.find()).isTrue();
        kit.as(teacher).portal(PAGE, Form.of(push.group(1), "false"));
        assertThat(kit.as(teacher).portal(PAGE).html())
                .containsPattern(
                        "(?s)" + Pattern.quote(push.group(1)) + ".*?value=\"false\" selected");

        Matcher remove =
                Pattern.compile("action=\"(/notifications/devices/[^\"]*/remove)\"").matcher(html);
        assertThat(remove.find()).isTrue();
        kit.as(kit.pupil()).portal(remove.group(1), Form.empty());
        assertThat(kit.as(teacher).portal(PAGE).html()).contains("Téléphone « rouge »");
        kit.as(teacher).portal(remove.group(1), Form.empty());
        assertThat(kit.as(teacher).portal(PAGE).html()).doesNotContain("Téléphone « rouge »");
    }

    @Test
    void aServerThatIsNoPushServiceIsNotLetIn() {
        assertThat(letIn(kit.pupil(), "https://10.0.0.1/x", "x").status()).isEqualTo(422);
        assertThat(letIn(kit.pupil(), "", "").status()).isEqualTo(422);
        assertThat(kit.as(kit.pupil()).portal(DEVICES, Form.empty()).status()).isEqualTo(422);
    }
}
