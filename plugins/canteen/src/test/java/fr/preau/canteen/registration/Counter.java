package fr.preau.canteen.registration;

import fr.preau.api.school.StaffFunction;
import fr.preau.canteen.tariff.Decision;
import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitCollege;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.Visitor;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** A summer in which families register: tariff, rules, and how a family fills in its steps. */
public class Counter {

    static final byte[] NOTICE =
            "%PDF-1.4\n%âãÏÓ\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
                    .getBytes(StandardCharsets.ISO_8859_1);

    protected final PreauKit kit;
    protected final Visitor parent;

    protected Counter(PreauKit kit) {
        this.kit = kit;
        this.parent =
                kit.as(kit.guardianOfTwo(), kit.otherCollege().guardian()).at(kit.departement());
    }

    @BeforeEach
    protected void aCampaign() {
        kit.clock().set(Instant.parse("2026-01-05T09:00:00Z"));
        kit.asOperator().post("/tariffs/" + UUID.randomUUID(), Decision.of("2026-01-01"));
        kit.asOperator().post("/rules/2025", rules(2025));
        kit.asOperator().post("/rules/2026", rules(2026));
        kit.clock().set(Instant.parse("2026-06-20T09:00:00Z"));
    }

    static Form rules(int year) {
        return Form.of(
                        "campaignFrom", year + "-06-16",
                        "campaignUntil", year + "-07-14",
                        "daysUntil", year + "-09-30",
                        "cutoffDays", "1",
                        "cutoffTime", "10:00",
                        "term1", year + "-12-18",
                        "term2", year + 1 + "-03-26",
                        "term3", year + 1 + "-07-03",
                        "noticeWeeks", "3",
                        "changes", "1",
                        "version", "0")
                .with("days", "1")
                .with("days", "2")
                .with("days", "4")
                .with("days", "5");
    }

    /** The address of an application that is begun, without its step. */
    String begun(Visitor guardian) {
        String location = String.valueOf(guardian.post("/registrations", Form.empty()).location());
        return location.substring(0, location.lastIndexOf('/'));
    }

    List<JsonObject> children(Visitor guardian, String application) {
        return guardian.get(application + "/children")
                .json()
                .getJsonArray("children")
                .getValuesAs(JsonObject.class);
    }

    /** Step 1 with the children of these names. */
    KitAnswer choose(Visitor guardian, String application, String... names) {
        Form form = Form.empty();
        for (JsonObject child : children(guardian, application)) {
            if (List.of(names).contains(child.getString("name").split(" ")[0])) {
                form.with("child", child.getString("pupil"));
            }
        }
        return guardian.post(application + "/children", form);
    }

    /** Step 2: all of them on these days. */
    KitAnswer eat(Visitor guardian, String application, int... days) {
        Form form = Form.empty();
        guardian.get(application + "/days")
                .json()
                .getJsonArray("children")
                .getValuesAs(JsonObject.class)
                .forEach(
                        child -> {
                            for (int day : days) {
                                form.with("day", child.getString("child") + ":" + day);
                            }
                        });
        return guardian.post(application + "/days", form);
    }

    /** Step 3. */
    KitAnswer declare(Visitor guardian, String application, String income, String shares) {
        return guardian.post(
                application + "/quotient",
                Form.of("source", "NOTICE", "income", income, "shares", shares)
                        .withFile("notice", "avis.pdf", "application/pdf", NOTICE));
    }

    /** Step 4. */
    KitAnswer pay(Visitor guardian, String application) {
        return guardian.post(
                application + "/payers", Form.of("split", "ALONE", "mail", "paul@example.org"));
    }

    KitAnswer send(Visitor guardian, String application) {
        return guardian.post(application + "/summary", Form.of("agreed", "true"));
    }

    /** An application of this parent for children of these names, sent. */
    String sent(Visitor guardian, String... names) {
        String application = begun(guardian);
        choose(guardian, application, names);
        eat(guardian, application, 1, 4);
        declare(guardian, application, "30000", "2,5");
        pay(guardian, application);
        send(guardian, application);
        kit.deliver();
        return application;
    }

    String state(Visitor guardian) {
        return guardian.get("/registrations")
                .json()
                .getJsonArray("sent")
                .getJsonObject(0)
                .getString("state");
    }

    /** Children of these names, registered from 1 September 2026 on, on Mondays and Thursdays. */
    protected void registered(String... names) {
        sent(parent, names);
        accept(kit.college());
        accept(kit.otherCollege());
        Form all = Form.empty();
        kit.asOperator()
                .get("/applications")
                .json()
                .getJsonObject("applications")
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .forEach(each -> all.with("chosen", each.getString("application")));
        kit.asOperator().post("/applications", all);
        kit.deliver();
    }

    private void accept(KitCollege college) {
        Visitor office = kit.as(college.staff(StaffFunction.SECRETARY)).at(college);
        Form all = Form.empty();
        List<JsonObject> waiting =
                office.get("/identities")
                        .json()
                        .getJsonObject("children")
                        .getJsonArray("items")
                        .getValuesAs(JsonObject.class);
        waiting.forEach(child -> all.with("chosen", child.getString("id")));
        if (!waiting.isEmpty()) {
            office.post("/identities", all);
            kit.deliver();
        }
    }
}
