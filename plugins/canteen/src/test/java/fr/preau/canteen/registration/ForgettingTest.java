package fr.preau.canteen.registration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.StaffFunction;
import fr.preau.testkit.Form;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What of registrations is forgotten when, and what somebody takes home of it. */
@PreauTest
class ForgettingTest extends Counter {

    private static final String JOB = "forget-registrations-of-the-departement";

    ForgettingTest(PreauKit kit) {
        super(kit);
    }

    private String waiting(String state) {
        return kit.as(kit.staff(StaffFunction.SECRETARY)).get("/identities?list=" + state).html();
    }

    private void acceptIdentity() {
        JsonObject child =
                kit.as(kit.staff(StaffFunction.SECRETARY))
                        .get("/identities")
                        .json()
                        .getJsonObject("children")
                        .getJsonArray("items")
                        .getJsonObject(0);
        kit.as(kit.staff(StaffFunction.SECRETARY))
                .post("/identities", Form.of("chosen", child.getString("id")));
        kit.deliver();
    }

    @Test
    void aTaxNoticeGoesAMonthAfterItsDecisionAndItsFiguresStay() {
        String application = sent(parent, "Awa");
        String address = application.replace("registrations", "applications");
        address = address.substring(address.indexOf("/applications"));
        kit.asOperator().post(address + "/acceptance", Form.of("income", "30000", "shares", "2,5"));
        kit.clock().advance(Duration.ofDays(60));
        kit.runJob(JOB);
        assertThat(kit.asOperator().get(address + "/notice").status())
                .as("it is not decided yet")
                .isEqualTo(200);
        acceptIdentity();

        kit.clock().advance(Duration.ofDays(29));
        kit.runJob(JOB);
        assertThat(kit.asOperator().get(address + "/notice").status()).isEqualTo(200);
        kit.clock().advance(Duration.ofDays(2));
        kit.runJob(JOB);

        assertThat(kit.asOperator().get(address + "/notice").status()).isEqualTo(404);
        assertThat(kit.asOperator().get(address).html()).contains("1\u00a0000,00\u00a0€");
    }

    @Test
    void whatWasNeverSentGoesWithItsSchoolYearAndWhatWasSentStays() {
        sent(parent, "Awa");
        String draft = begun(parent);
        choose(parent, draft, "Léo");
        kit.clock().set(Instant.parse("2027-08-31T21:00:00Z"));
        kit.runJob(JOB);
        assertThat(parent.get(draft + "/days").status()).isEqualTo(200);

        kit.clock().set(Instant.parse("2027-08-31T22:00:00Z"));
        kit.runJob(JOB);

        assertThat(parent.get(draft + "/days").status()).isEqualTo(404);
        assertThat(state(parent)).isEqualTo("SENT");
    }

    @Test
    void whatACollegeWasAskedGoesWithItsSchoolYear() {
        sent(parent, "Awa");
        kit.runJob("forget-registrations");
        assertThat(waiting("WAITING")).contains("Awa");

        kit.clock().set(Instant.parse("2027-09-01T08:00:00Z"));
        kit.runJob("forget-registrations");

        assertThat(waiting("WAITING")).doesNotContain("Awa");
    }

    @Test
    void whatACollegeWasAskedOfAPupilIsHandedOutAndErased() {
        kit.clock().set(Instant.parse("2026-06-20T09:00:00Z"));
        sent(parent, "Léo");

        assertThat(kit.personalData().export(kit.college().otherPupil()).toString())
                .contains("Léo", "Vérification d’une inscription");
        kit.personalData().erase(kit.college().otherPupil());

        assertThat(kit.personalData().export(kit.college().otherPupil()).toString())
                .doesNotContain("Vérification");
        assertThat(waiting("WAITING")).doesNotContain("Léo");
    }
}
