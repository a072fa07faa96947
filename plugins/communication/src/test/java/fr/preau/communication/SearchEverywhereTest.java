package fr.preau.communication;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.communication.messages.SearchPage;
import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitCollege;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import fr.preau.testkit.Visitor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One search over all one's mail: at all collèges, by words, by names, and by both together. */
@PreauTest
class SearchEverywhereTest {

    private final PreauKit kit;

    SearchEverywhereTest(PreauKit kit) {
        this.kit = kit;
    }

    /** The guardian of a child here, who is the guardian of one at the other collège too. */
    private Visitor both() {
        return kit.as(kit.guardian(), kit.otherCollege().guardian());
    }

    private void write(KitPerson author, KitCollege college, String subject, KitPerson reader) {
        KitAnswer sent =
                kit.as(author)
                        .at(college)
                        .post(
                                "/messages",
                                Form.of(
                                        "subject",
                                        subject,
                                        "text",
                                        "Rendez-vous à la piscine.",
                                        "key",
                                        UUID.randomUUID().toString(),
                                        "to",
                                        "person:" + reader.id()));
        assertThat(sent.status()).as("%s", sent.json()).isEqualTo(200);
        kit.clock().advance(Duration.ofSeconds(11));
    }

    private void writeAtBoth() {
        write(kit.teacher(), kit.college(), "Sortie d’ici", kit.guardian());
        KitCollege other = kit.otherCollege();
        write(other.teacher(), other, "Sortie de là-bas", other.guardian());
    }

    private static String looking(String words) {
        return "/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    @Test
    void whatLiesAtTheOtherCollegeIsFoundFromHereAndOpensThere() {
        writeAtBoth();

        KitAnswer answer = both().get(looking("piscine"));
        SearchPage page = answer.as(SearchPage.class);

        assertThat(page.received()).singleElement().matches(l -> l.subject().endsWith("d’ici"));
        assertThat(page.elsewhere().complete()).isTrue();
        assertThat(page.elsewhere().lines())
                .singleElement()
                .satisfies(
                        line -> {
                            assertThat(line.finding().title()).isEqualTo("Sortie de là-bas");
                            assertThat(line.college().uai())
                                    .isEqualTo(kit.otherCollege().college().uai());
                        });
        assertThat(answer.html())
                .contains(
                        "Dans un autre collège : ",
                        "Toute la recherche",
                        "href=\"" + page.elsewhere().lines().get(0).address());
        String there = page.elsewhere().lines().get(0).finding().path();
        assertThat(both().at(kit.otherCollege()).get(there).html()).contains("piscine");
    }

    @Test
    void whoIsAtOneCollegeOnlyFindsNothingElsewhereAndNobodyElsesMail() {
        writeAtBoth();

        SearchPage page = kit.as(kit.guardian()).get(looking("piscine")).as(SearchPage.class);
        SearchPage ofAnother =
                kit.as(kit.guardianOfTwo()).get(looking("piscine")).as(SearchPage.class);

        assertThat(page.elsewhere().lines()).isEmpty();
        assertThat(ofAnother.received()).isEmpty();
        assertThat(ofAnother.elsewhere().lines()).isEmpty();
    }

    @Test
    void whereTheOtherCollegeDoesNotAnswerOneIsToldAndFindsWhatIsHere() throws SQLException {
        writeAtBoth();
        sql("RENAME TABLE %s TO %s_gone");
        try {
            KitAnswer answer = both().get(looking("piscine"));

            assertThat(answer.as(SearchPage.class).received()).hasSize(1);
            assertThat(answer.as(SearchPage.class).elsewhere().complete()).isFalse();
            assertThat(answer.html()).contains("n’a pas répondu à temps");
        } finally {
            sql("RENAME TABLE %2$s_gone TO %1$s");
        }
    }

    /** Of the table of letters at the second collège. */
    private void sql(String statement) throws SQLException {
        String uai = kit.otherCollege().college().uai().value().toLowerCase(Locale.ROOT);
        String table = "preau_c_" + uai + ".communication_letter";
        try (Connection connection = kit.dataSource().getConnection();
                Statement change = connection.createStatement()) {
            change.execute(
                    "SET STATEMENT foreign_key_checks=0 FOR " + statement.formatted(table, table));
        }
    }

    @Test
    void aNameAndAWordAreFoundTogether() {
        write(kit.teacher(), kit.college(), "Sortie", kit.guardian()); // of Julie Faure
        write(kit.guardian(), kit.college(), "Cantine", kit.teacher());

        for (String found :
                List.of("faure piscine", "piscine Julie", "sortie fau", "julie faure sortie")) {
            SearchPage page = kit.as(kit.guardian()).get(looking(found)).as(SearchPage.class);
            assertThat(page.received()).as(found).hasSize(1);
        }
        SearchPage sent = kit.as(kit.guardian()).get(looking("faure cantine")).as(SearchPage.class);
        assertThat(sent.sent()).hasSize(1);
        for (String not : List.of("faure montagne", "bernard sortie", "faure cantine")) {
            SearchPage page = kit.as(kit.guardian()).get(looking(not)).as(SearchPage.class);
            assertThat(page.received()).as(not).isEmpty();
        }
    }

    @Test
    void aNameOfTwoWordsAndAWordAreFoundTogether() {
        KitPerson other = kit.aTeacher().named("Maël", "Le Goff").inClass("5eA").create();
        write(other, kit.college(), "Sortie", kit.guardian());

        for (String found : List.of("le goff piscine", "goff le", "piscine Maël Le Goff")) {
            SearchPage page = kit.as(kit.guardian()).get(looking(found)).as(SearchPage.class);
            assertThat(page.received()).as(found).hasSize(found.equals("goff le") ? 0 : 1);
        }
    }

    @Test
    void whatWentToManyIsFoundByTheNameOfOneAndByWhatWasAddedLater() {
        kit.as(kit.teacher())
                .post(
                        "/messages",
                        Form.of("subject", "Sortie", "text", "Rendez-vous.")
                                .with("key", UUID.randomUUID().toString())
                                .with("to", "person:" + kit.guardian().id())
                                .with("to", "person:" + kit.guardianOfTwo().id()));
        kit.clock().advance(Duration.ofSeconds(11));
        String conversation = Inbox.newest(kit, kit.guardian());
        kit.as(kit.teacher())
                .post(conversation + "/replies", Form.of("text", "Avec un bonnet.", "seen", "0"));

        for (String found : List.of("bernard", "bernard sortie", "bonnet")) {
            SearchPage page = kit.as(kit.teacher()).get(looking(found)).as(SearchPage.class);
            assertThat(page.sent()).as(found).hasSize(1);
        }
        SearchPage none =
                kit.as(kit.teacher()).get(looking("bernard piscine")).as(SearchPage.class);
        assertThat(none.sent()).isEmpty();
    }

    @Test
    void aSearchAsksAFewTimesHoweverManyWordsThereAre() {
        writeAtBoth();

        int one = kit.as(kit.guardian()).get(looking("piscine")).statements();
        int many =
                kit.as(kit.guardian()).get(looking("un deux trois quatre cinq six")).statements();

        assertThat(one).isLessThanOrEqualTo(5);
        assertThat(many).isLessThanOrEqualTo(14);
    }
}
