package fr.preau.communication.news;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.StaffFunction;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import fr.preau.testkit.ToldNotice;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What cannot wait for the morning: the principal alerts the readers of a piece of news. */
@PreauTest
class AlertTest {

    private final PreauKit kit;
    private final WrittenNews news;

    AlertTest(PreauKit kit) {
        this.kit = kit;
        this.news = new WrittenNews(kit);
    }

    @Test
    void allReadersAreToldAtWhateverHourAndOnce() {
        String id = published();

        assertThat(news.tryTo(news.principal(), id, "alert").status()).isEqualTo(200);
        news.tryTo(news.principal(), id, "alert");

        for (KitPerson reader : List.of(kit.guardian(), kit.guardianOfTwo(), kit.pupil())) {
            assertThat(alerts(reader))
                    .as(reader.displayName())
                    .singleElement()
                    .satisfies(
                            alert -> {
                                assertThat(alert.title())
                                        .isEqualTo("Urgent\u00a0: Collège fermé demain");
                                assertThat(alert.emergency()).isTrue();
                                assertThat(alert.path()).isEqualTo("/news/" + id);
                            });
        }
        assertThat(alerts(kit.otherCollege().guardian())).isEmpty();
    }

    @Test
    void nobodyButThePrincipalAlerts() {
        String id = published();

        for (KitPerson other :
                List.of(kit.staff(StaffFunction.CPE), kit.staff(StaffFunction.SECRETARY))) {
            assertThat(news.tryTo(other, id, "alert").status()).isEqualTo(409);
            assertThat(kit.as(other).get("/newsroom/" + id).html())
                    .doesNotContain("Alerter maintenant");
        }
        assertThat(news.tryTo(kit.teacher(), id, "alert").status()).isGreaterThanOrEqualTo(403);
        assertThat(news.tryTo(kit.guardian(), id, "alert").status()).isEqualTo(403);
        assertThat(alerts(kit.guardian())).isEmpty();
        assertThat(kit.as(news.principal()).get("/newsroom/" + id).html())
                .contains("Alerter maintenant", "même la nuit");
    }

    @Test
    void nobodyIsAlertedOfWhatIsNotPublished() {
        String id = news.draft(news.principal(), WrittenNews.form("Collège fermé demain"));

        assertThat(news.tryTo(news.principal(), id, "alert").status()).isEqualTo(409);

        assertThat(alerts(kit.guardian())).isEmpty();
    }

    @Test
    void theAlertGoesWithWhatIsTakenBack() {
        String id = published();
        news.act(news.principal(), id, "alert");

        news.act(news.principal(), id, "take-back");

        assertThat(alerts(kit.guardian())).isEmpty();
    }

    private String published() {
        String id = news.draft(news.principal(), WrittenNews.form("Collège fermé demain"));
        news.act(news.principal(), id, "publish");
        return id;
    }

    private List<ToldNotice> alerts(KitPerson person) {
        return kit.notices(person).stream()
                .filter(notice -> notice.kind().equals("alert"))
                .toList();
    }
}
