package fr.preau.liberty.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.liberty.e2e.RunningPreau.Preau;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Messages over the real server, as a browser sends its forms. */
@ExtendWith(RunningPreau.class)
class MessagesIT {

    private static final String MESSAGES = "/c/sevres/communication/messages";

    private static final String NEIGHBOUR_INBOX = "/c/meudon-bel-air/communication/messages";

    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");

    private final Preau preau;

    MessagesIT(Preau preau) {
        this.preau = preau;
    }

    /** A field of a form, which may stand in it several times. */
    private record Filled(String name, String value) {

        String encoded() {
            return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        }
    }

    @Test
    void aMadeUpRecipientIsTakenOffTheFormAndNobodyReceivesAnything() {
        Visitor parent = preau.browser("parent.sevres");
        String teacher = preau.api("parent.sevres").correspondents("sevres").get(0);
        Reply form = parent.page(MESSAGES + "/new");
        List<Reply> answers =
                Stream.of("person:" + UUID.randomUUID(), "pupils:" + UUID.randomUUID(), "x")
                        .map(
                                madeUp ->
                                        post(
                                                parent,
                                                MESSAGES,
                                                letter(form, "Inventé", teacher, madeUp)))
                        .toList();

        assertThat(answers)
                .allSatisfy(
                        answer -> {
                            assertThat(answer.status()).isEqualTo(422);
                            assertThat(answer.body())
                                    .contains("elle a été retirée des destinataires")
                                    .contains(
                                            "value=\"Inventé\"",
                                            "Un mot & un autre".replace("&", "&amp;"))
                                    .contains("value=\"" + teacher + "\" checked");
                        });
        assertThat(subjects("parent.sevres", "/c/sevres/communication/sent", "letters"))
                .doesNotContain("Inventé");
    }

    @Test
    void aDoubleClickSendsOneMessage() throws Exception {
        Visitor parent = preau.browser("parent.sevres");
        String teacher = preau.api("parent.sevres").correspondents("sevres").get(0);
        Reply form = parent.page(MESSAGES + "/new");
        List<Filled> letter = letter(form, "Double clic", teacher);
        Callable<Reply> click = () -> post(parent, MESSAGES, letter);

        ExecutorService finger = Executors.newFixedThreadPool(2);
        List<Future<Reply>> clicks = finger.invokeAll(List.of(click, click));
        finger.shutdown();

        Reply first = clicks.get(0).get();
        Reply second = clicks.get(1).get();
        assertThat(first.status()).isEqualTo(303);
        assertThat(second.status()).isEqualTo(303);
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(subjects("parent.sevres", "/c/sevres/communication/sent", "letters"))
                .containsOnlyOnce("Double clic");
    }

    @Test
    void aGuardianWhoseOnlyLinkHasEndedIsLetInNoMore() throws SQLException {
        Visitor parent = preau.api("parent.sevres");
        String guardian = guardianAt("0921244C");
        try {
            change(
                    "UPDATE preau_c_0921244c.guardianship SET valid_until = '2000-01-01'"
                            + " WHERE valid_until IS NULL AND adult_id = "
                            + guardian);

            assertThat(parent.get(MESSAGES).status()).isEqualTo(403);
            assertThat(parent.get(MESSAGES + "/new").status()).isEqualTo(403);
            assertThat(parent.json("POST", MESSAGES, "{}").status()).isEqualTo(403);
            assertThat(parent.get(NEIGHBOUR_INBOX).status()).isEqualTo(200);
            assertThat(
                            parent.get("/")
                                    .json()
                                    .getJsonArray("children")
                                    .getValuesAs(JsonObject.class))
                    .extracting(child -> child.getString("college"))
                    .containsExactly(RunningPreau.NEIGHBOUR);
        } finally {
            change(
                    "UPDATE preau_c_0921244c.guardianship SET valid_until = NULL"
                            + " WHERE valid_until = '2000-01-01' AND adult_id = "
                            + guardian);
        }
        assertThat(parent.get(MESSAGES).status()).isEqualTo(200);
    }

    @Test
    void aReplyThatWasRefusedCanBeLoadedAgain() {
        Visitor parent = preau.browser("parent.sevres");
        String teacher = preau.api("parent.sevres").correspondents("sevres").get(0);
        Reply sent =
                post(
                        parent,
                        MESSAGES,
                        letter(parent.page(MESSAGES + "/new"), "Rechargée", teacher));
        String conversation = sent.header("Location").orElseThrow();
        Reply page = parent.page(conversation);

        Reply refused =
                post(
                        parent,
                        conversation + "/replies",
                        List.of(new Filled("_token", page.formToken()), new Filled("text", "  ")));
        Reply again = parent.page(conversation + "/replies");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(again.status()).isEqualTo(303);
        assertThat(again.header("Location")).contains(conversation);
    }

    @Test
    void theMenuShowsWhereOneIsOnThePageOfSentMessagesToo() {
        assertThat(preau.browser("parent.sevres").page("/c/sevres/communication/sent").body())
                .contains("href=\"" + MESSAGES + "\" aria-current=\"page\">Messages</a>");
    }

    private static List<Filled> letter(Reply form, String subject, String... to) {
        Matcher key = KEY.matcher(form.body());
        assertThat(key.find()).isTrue();
        return Stream.concat(
                        Stream.of(to).map(code -> new Filled("to", code)),
                        Stream.of(
                                new Filled("_token", form.formToken()),
                                new Filled("key", key.group(1)),
                                new Filled("subject", subject),
                                new Filled("text", "Un mot & un autre")))
                .toList();
    }

    private static Reply post(Visitor visitor, String address, List<Filled> form) {
        String body = form.stream().map(Filled::encoded).collect(Collectors.joining("&"));
        return visitor.send(
                visitor.to(address)
                        .header("Accept", "text/html")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)));
    }

    private List<String> subjects(String login, String address, String list) {
        return preau
                .api(login)
                .get(address)
                .json()
                .getJsonObject(list)
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(line -> line.getString("subject"))
                .toList();
    }

    /** The person of the guardian's account at a collège, as a query in brackets. */
    private static String guardianAt(String uai) {
        return "(SELECT m.person_id FROM preau_platform.membership m"
                + " JOIN preau_platform.account a ON a.id = m.account_id"
                + " WHERE a.login = 'parent.sevres' AND m.profile = 'GUARDIAN' AND m.uai = '"
                + uai
                + "')";
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = preau.database();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).as("links changed").isPositive();
        }
    }
}
