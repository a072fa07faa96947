package fr.preau.communication;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.StaffFunction;
import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How people choose to be told of this module, on the portal's own pages. */
@PreauTest
class NotificationPagesTest {

    private static final String PAGE = "/notifications/preferences";

    private final PreauKit kit;

    NotificationPagesTest(PreauKit kit) {
        this.kit = kit;
    }

    private String field(KitPerson person, String child) {
        Matcher field =
                Pattern.compile("name=\"(choice\\.[^\"]*_" + child + "_communication_message)\"")
                        .matcher(kit.as(person).portal(PAGE).html());
        assertThat(field.find()).isTrue();
        return field.group(1);
    }

    private static String chosen(String html, String field) {
        Matcher select =
                Pattern.compile(
                                "(?s)name=\""
                                        + Pattern.quote(field)
                                        + "\".*?value=\"([A-Z]+)\" selected")
                        .matcher(html);
        assertThat(select.find()).isTrue();
        return select.group(1);
    }

    @Test
    void aGuardianChoosesForEachChildAndForWhatConcernsNone() {
        KitPerson guardian = kit.guardianOfTwo();
        String html = kit.as(guardian).portal(PAGE).html();
        String me = field(guardian, "me");
        assertThat(html.split("_communication_message\"", -1).length - 1).isGreaterThanOrEqualTo(3);
        assertThat(chosen(html, me)).isEqualTo("DAILY");

        KitAnswer kept =
                kit.as(guardian).inBrowser().portal(PAGE, Form.of(me, "NOW", "choice.x_y", "NOW"));

        assertThat(kept.header("Location")).isEqualTo(PAGE);
        assertThat(chosen(kit.as(guardian).portal(PAGE).html(), me)).isEqualTo("NOW");
        assertThat(kit.as(guardian).portal(PAGE).statements()).isLessThanOrEqualTo(4);
        assertThat(kit.as(guardian).portal(PAGE, Form.of(me, "HOURLY")).status()).isEqualTo(422);
    }

    @Test
    void anAddressThatCannotBeOneIsShownAgain() {
        KitAnswer wrong =
                kit.as(kit.pupil())
                        .inBrowser()
                        .portal("/notifications/address", Form.of("mail", "zoe@\"><b>"));

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.html()).contains("nom@exemple.fr", "value=\"zoe@&#34;");
    }

    @Test
    void anAddressWaitsForItsLinkAndAWrongLinkTakesNone() {
        KitPerson teacher = kit.teacher();
        kit.as(teacher)
                .inBrowser()
                .portal("/notifications/address", Form.of("mail", "prof@famille.example"));
        assertThat(kit.as(teacher).portal(PAGE).html())
                .contains("En attente de confirmation", "prof@famille.example")
                .doesNotContain("Adresse confirmée");

        assertThat(kit.as(teacher).portal("/notifications/address?token=abc").html())
                .contains("Confirmer mon adresse");
        assertThat(
                        kit.as(teacher)
                                .portal("/notifications/address/confirm", Form.of("token", "abc"))
                                .status())
                .isEqualTo(410);
        assertThat(kit.as(teacher).portal("/notifications/stop?token=abc").status()).isEqualTo(404);
    }

    @Test
    void theQuietHoursAreSetByWhoAdministersTheCollegeAndNobodyElse() {
        String address = "/colleges/sevres/quiet-hours";
        KitPerson principal = kit.staff(StaffFunction.PRINCIPAL);
        assertThat(kit.as(principal).portal(address).html()).contains("20:00", "07:00");

        KitAnswer kept =
                kit.as(principal)
                        .inBrowser()
                        .portal(
                                address,
                                Form.of("begins", "21 h", "ends", "6:30", "weekends", "true"));
        assertThat(kept.header("Location")).isEqualTo(address);
        assertThat(kit.as(principal).portal(address).html()).contains("21:00", "06:30");

        assertThat(
                        kit.as(principal)
                                .inBrowser()
                                .portal(address, Form.of("begins", "25:00", "ends", ""))
                                .html())
                .contains("25:00", "Une heure s’écrit comme 20:00.");
        assertThat(kit.as(kit.teacher()).portal(address).status()).isEqualTo(403);
        assertThat(kit.as(kit.guardian()).portal(address, Form.of("begins", "20:00")).status())
                .isEqualTo(403);
        assertThat(
                        kit.as(kit.otherCollege().staff(StaffFunction.PRINCIPAL))
                                .portal(address)
                                .status())
                .isEqualTo(403);
    }
}
