package fr.preau.liberty.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.liberty.e2e.RunningPreau.Preau;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Everybody gets what modules keep of them; a collège finds people, and reads nothing of theirs.
 */
@ExtendWith(RunningPreau.class)
class PersonDataIT {

    private static final String OWN = "/colleges/sevres/my-data";

    private final Preau preau;
    private final String teacher;
    private final String address;

    PersonDataIT(Preau preau) {
        this.preau = preau;
        // A guardian may write to the teachers of a child: the first one is somebody of Sèvres.
        this.teacher =
                preau.api("parent.sevres").correspondents(RunningPreau.COLLEGE).get(0).substring(7);
        this.address = "/colleges/sevres/persons/" + teacher;
    }

    @Test
    void somebodyIsFoundByTheBeginningOfTheirName() {
        Visitor principal = preau.api("direction.sevres");
        String name = principal.get(address).json().getJsonObject("person").getString("name");
        String family = name.substring(name.indexOf(' ') + 1);

        Reply found = principal.get("/colleges/sevres/persons?q=" + encoded(family));

        assertThat(found.json().getJsonArray("persons").getValuesAs(JsonObject.class))
                .extracting(person -> person.getString("id"))
                .contains(teacher);
        assertThat(principal.page("/colleges/sevres/persons?q=" + encoded(family)).body())
                .contains(address);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void everybodyDownloadsTheirOwnLettersAndItStandsInTheJournal() throws IOException {
        String secret = "Pour Mme le professeur seulement " + UUID.randomUUID();
        write(secret);
        Visitor parent = preau.browser("parent.sevres");
        Map<String, String> token = Map.of("_token", parent.page("/profile").formToken());

        Reply own = parent.form(OWN, token);

        assertThat(own.status()).isEqualTo(200);
        assertThat(own.header("Content-Type")).hasValue("application/zip");
        assertThat(files(preau.browser("parent.sevres")).get("communication.json"))
                .contains(secret);
        // Collèges may still be opening, each with a line of its own.
        assertThat(
                        preau.api("departement")
                                .get("/departement/audit")
                                .json()
                                .getJsonObject("lines")
                                .getJsonArray("items")
                                .getValuesAs(JsonObject.class))
                .extracting(line -> line.getString("act"))
                .contains("person-data-exported");
    }

    @Test
    void nobodyDownloadsWhatSomebodyElseWrote() throws IOException {
        String secret = "Pour Mme le professeur seulement " + UUID.randomUUID();
        write(secret);

        for (String login : List.of("direction.sevres", "admin.sevres", "eleve.sevres")) {
            Visitor other = preau.browser(login);
            assertThat(files(other).values()).as(login).noneMatch(file -> file.contains(secret));
            Reply asked = preau.api(login).json("POST", address + "/export", "{}");
            assertThat(asked.status()).as(login).isEqualTo(404);
        }
    }

    @Test
    void whoIsNoMemberThereGetsNothing() {
        String elsewhere = "/colleges/" + RunningPreau.ELSEWHERE + "/my-data";

        assertThat(preau.api("direction.sevres").json("POST", elsewhere, "{}").status())
                .isEqualTo(403);
        assertThat(preau.api("departement").json("POST", OWN, "{}").status()).isEqualTo(403);
        assertThat(
                        preau.api("direction.sevres")
                                .json("POST", OWN, "{\"profile\":\"GUARDIAN\"}")
                                .status())
                .isEqualTo(403);
    }

    private void write(String text) {
        Reply sent =
                preau.api("parent.sevres")
                        .json(
                                "POST",
                                "/c/sevres/communication/messages",
                                Json.createObjectBuilder()
                                        .add(
                                                "to",
                                                Json.createArrayBuilder().add("person:" + teacher))
                                        .add("subject", "Une question")
                                        .add("text", text)
                                        .build()
                                        .toString());
        assertThat(sent.status()).isLessThan(300);
    }

    /** What somebody's own download contains, by file name. */
    private static Map<String, String> files(Visitor visitor) throws IOException {
        String token = visitor.page("/profile").formToken();
        HttpRequest.Builder request =
                visitor.to(OWN)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("_token=" + encoded(token)));
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(visitor.stream(request))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(files).containsKey("LISEZ-MOI.txt");
        return files;
    }

    @Test
    void whoIsHereIsNotErased() {
        Reply refused = preau.api("admin.sevres").json("POST", address + "/erasure", "{}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("30 jours après son départ");
    }
}
