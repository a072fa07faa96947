package fr.preau.communication.news;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.StaffFunction;
import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who reads what, from when to when. */
@PreauTest
class NewsTest {

    private final PreauKit kit;
    private final WrittenNews news;

    NewsTest(PreauKit kit) {
        this.kit = kit;
        this.news = new WrittenNews(kit);
    }

    @Test
    void whatThePrincipalPublishesIsReadByTheWholeCollege() {
        String id = news.published(WrittenNews.form("Portes ouvertes"));

        for (KitPerson reader : kit.college().everybody()) {
            assertThat(news.titles(reader)).containsExactly("Portes ouvertes");
            assertThat(news.card(reader)).containsExactly("Portes ouvertes");
            assertThat(kit.as(reader).get("/news/" + id).html())
                    .contains("Texte de Portes ouvertes", "Par Dominique Lambert");
        }
    }

    @Test
    void nothingOfItIsSeenAtAnotherCollege() {
        String id = news.published(WrittenNews.form("Portes ouvertes"));

        KitPerson other = kit.otherCollege().staff(StaffFunction.PRINCIPAL);

        assertThat(news.titles(other)).isEmpty();
        assertThat(kit.as(other).get("/news/" + id).status()).isEqualTo(404);
        assertThat(kit.as(other).get("/newsroom/" + id).status()).isEqualTo(404);
        assertThat(kit.as(other).at(kit.college()).get("/news/" + id).status()).isEqualTo(403);
    }

    @Test
    void aNewsOfAClassIsReadByItsPupilsTheirGuardiansAndItsTeachersOnly() {
        String id = news.published(WrittenNews.form("Sortie").with("places", classCode("5eB")));

        assertThat(news.titles(kit.college().otherPupil())).containsExactly("Sortie");
        assertThat(news.titles(kit.guardianOfTwo())).containsExactly("Sortie");
        assertThat(news.titles(kit.college().otherTeacher())).containsExactly("Sortie");
        assertThat(news.titles(kit.staff(StaffFunction.GESTIONNAIRE))).containsExactly("Sortie");
        for (KitPerson outside : List.of(kit.pupil(), kit.guardian())) {
            assertThat(news.titles(outside)).isEmpty();
            assertThat(news.card(outside)).isEmpty();
            assertThat(kit.as(outside).get("/news/" + id).status()).isEqualTo(404);
            assertThat(kit.as(outside).get("/news/" + id + "/picture").status()).isEqualTo(404);
        }
    }

    @Test
    void aNewsOfALevelIsReadByAllItsClasses() {
        KitPerson sixth = kit.aPupil().named("Théo", "Garcia").inClass("6eA").create();

        news.published(WrittenNews.form("Voyage des 5e").with("places", "level:5"));

        assertThat(news.titles(kit.pupil())).containsExactly("Voyage des 5e");
        assertThat(news.titles(kit.guardianOfTwo())).containsExactly("Voyage des 5e");
        assertThat(news.titles(sixth)).isEmpty();
    }

    @Test
    void aNewsForGuardiansIsNotReadByPupils() {
        String id = news.published(WrittenNews.textOf("Réunion").with("profiles", "GUARDIAN"));

        assertThat(news.titles(kit.guardian())).containsExactly("Réunion");
        assertThat(news.titles(kit.pupil())).isEmpty();
        assertThat(kit.as(kit.pupil()).get("/news/" + id).status()).isEqualTo(404);
    }

    @Test
    void aNewsAppearsAtItsMomentInParisAndEndsAtMidnightOfItsLastDay() {
        kit.clock().set(Instant.parse("2026-11-02T09:00:00Z"));
        String id =
                news.published(
                        WrittenNews.form("Semaine")
                                .with("from", "2026-11-03")
                                .with("hour", "08:00")
                                .with("until", "2026-11-06"));

        assertSeen(id, "2026-11-03T06:59:59Z", false);
        assertSeen(id, "2026-11-03T07:00:00Z", true);
        assertSeen(id, "2026-11-06T22:59:59Z", true);
        assertSeen(id, "2026-11-06T23:00:00Z", false);
    }

    @Test
    void theNightThatSkipsAnHourAndTheDayThatIsShorterAreCountedAsParisDoes() {
        kit.clock().set(Instant.parse("2027-03-20T09:00:00Z"));
        String id =
                news.published(
                        WrittenNews.form("Heure d’été")
                                .with("from", "2027-03-28")
                                .with("hour", "02:30")
                                .with("until", "2027-03-28"));

        // 02:30 is not there that night: it is 03:30 of summer time.
        assertSeen(id, "2027-03-28T01:29:59Z", false);
        assertSeen(id, "2027-03-28T01:30:00Z", true);
        assertSeen(id, "2027-03-28T21:59:59Z", true);
        assertSeen(id, "2027-03-28T22:00:00Z", false);
    }

    private void assertSeen(String id, String moment, boolean seen) {
        kit.clock().set(Instant.parse(moment));
        assertThat(kit.as(kit.guardian()).get("/news/" + id).status())
                .as(moment)
                .isEqualTo(seen ? 200 : 404);
        assertThat(news.titles(kit.guardian())).as(moment).hasSize(seen ? 1 : 0);
        assertThat(news.card(kit.guardian())).as(moment).hasSize(seen ? 1 : 0);
    }

    @Test
    void theCardHasThreePinnedOnesFirstInOneStatementOfTheModule() {
        kit.clock().set(Instant.parse("2026-11-02T09:00:00Z"));
        int empty = kit.as(kit.guardian()).card("news").statements();
        news.published(WrittenNews.form("Épinglée").with("pinned", "true"));
        for (int day = 1; day <= 4; day++) {
            kit.clock().advance(Duration.ofDays(1));
            news.published(WrittenNews.form("Jour " + day));
        }

        assertThat(news.card(kit.guardian())).containsExactly("Épinglée", "Jour 4", "Jour 3");
        assertThat(kit.as(kit.guardian()).card("news").statements()).isEqualTo(empty);
    }

    @Test
    void aThousandNewsAreReadPageByPageInAsManyStatementsAsOne() {
        kit.clock().set(Instant.parse("2026-11-02T09:00:00Z"));
        news.published(WrittenNews.form("Nouvelle 0").with("places", classCode("5eA")));
        int one = kit.as(kit.guardian()).get("/news").statements();
        for (int i = 1; i < 1_000; i++) {
            kit.clock().advance(Duration.ofMinutes(1));
            news.published(WrittenNews.form("Nouvelle " + i).with("places", classCode("5eA")));
        }

        KitAnswer first = kit.as(kit.guardian()).get("/news");

        assertThat(first.statements()).isEqualTo(one);
        assertThat(news.titles(kit.guardian()))
                .hasSize(15)
                .startsWith("Nouvelle 999", "Nouvelle 998");
        assertThat(kit.as(kit.guardian()).get("/news?page=67").html()).contains("Nouvelle 0");
        assertThat(kit.as(kit.guardian()).get("/news?page=999").html()).contains("Rien sur cette");
        assertThat(news.card(kit.guardianOfTwo())).startsWith("Nouvelle 999");
    }

    @Test
    void markupInAWordIsShownAsItWasTypedAndWebAddressesAreLinks() {
        Form form =
                Form.of(
                        "key",
                        UUID.randomUUID().toString(),
                        "title",
                        "<b>Été</b>",
                        "text",
                        "<script>alert(1)</script> https://musee.example/a javascript:alert(2)",
                        "profiles",
                        "GUARDIAN");
        String id = news.published(form);

        assertThat(kit.as(kit.guardian()).get("/news/" + id).html())
                .contains(
                        "&lt;script&gt;",
                        "&lt;b&gt;Été&lt;/b&gt;",
                        "<a href=\"https://musee.example/a\"")
                .doesNotContain("<script>alert", "<b>Été", "href=\"javascript");
        assertThat(kit.as(kit.guardian()).get("/news").html()).doesNotContain("<script>alert");
    }

    private String classCode(String name) {
        return "class:" + kit.college().schoolClass(name).id();
    }
}
