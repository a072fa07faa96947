package fr.preau.communication.circulars;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import fr.preau.api.school.StaffFunction;
import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What people of an invented collège do with circulars, in one line each. */
public final class Carnet {

    private static final String SCHEMA = "preau_c_0921244c.";

    private final PreauKit kit;

    public Carnet(PreauKit kit) {
        this.kit = kit;
    }

    /** The code of a class, as forms have it. */
    public String classCode(String name) {
        return "class:" + kit.college().schoolClass(name).id();
    }

    /** A complete form: « Sortie », to be read, for the guardians of these. */
    public Form form(String... to) {
        return formUntil("2026-12-08", to);
    }

    /** The same, to be read until another day. */
    Form formUntil(String deadline, String... to) {
        Form form =
                Form.of(
                        "title",
                        "Sortie à l’Orangerie",
                        "text",
                        "Départ à 8 h 30, retour à midi.",
                        "deadline",
                        deadline);
        for (String code : to) {
            form.with("to", code);
        }
        return form;
    }

    /** One that has to be signed. */
    Form signed(String... to) {
        return form(to).with("kind", "SIGNED");
    }

    /** One with a choice between two. */
    Form choice(String... to) {
        return form(to).with("kind", "CHOICE").with("options", "J’autorise\nJe n’autorise pas");
    }

    /** Writes, looks at and sends it. */
    public UUID send(KitPerson author, Form form) {
        String draft = draft(author, form);
        KitAnswer sent = sendDraft(author, draft);
        assertThat(sent.status()).as("%s: %s", sent, sent.json()).isEqualTo(200);
        return UUID.fromString(draft);
    }

    /** Keeps a draft that is ready to be sent. */
    String draft(KitPerson author, Form form) {
        String draft = kit.as(author).get("/circulars/new").json().getString("draft");
        KitAnswer kept = kit.as(author).post("/circulars/drafts/" + draft + "/preview", form);
        assertThat(kept.status()).as("%s: %s", kept, kept.json()).isEqualTo(200);
        return draft;
    }

    KitAnswer sendDraft(KitPerson author, String draft) {
        JsonObject preview = preview(author, draft);
        return kit.as(author)
                .post(
                        "/circulars/drafts/" + draft + "/send",
                        Form.of("version", Integer.toString(preview.getInt("version"))));
    }

    JsonObject preview(KitPerson author, String draft) {
        return kit.as(author).get("/circulars/drafts/" + draft + "/preview").json();
    }

    /** The school takes it from its readers. */
    void withdraw(UUID circular) {
        KitAnswer withdrawn =
                kit.as(kit.staff(StaffFunction.CPE))
                        .post("/published/CIRCULAR/" + circular + "/withdrawal", Form.empty());
        assertThat(withdrawn.status()).as("%s", withdrawn).isEqualTo(200);
    }

    KitAnswer page(KitPerson guardian, UUID circular) {
        return kit.as(guardian).get("/circulars/" + circular);
    }

    /** What it asks for one of the children. */
    JsonObject part(KitPerson guardian, UUID circular, KitPerson child) {
        return page(guardian, circular).json().getJsonArray("parts").stream()
                .map(JsonObject.class::cast)
                .filter(part -> part.getString("child").equals(child.id().toString()))
                .findFirst()
                .orElseThrow();
    }

    String state(KitPerson guardian, UUID circular, KitPerson child) {
        return part(guardian, circular, child).getString("state");
    }

    /** Answers, the values in the order of the questions. */
    KitAnswer answer(
            KitPerson guardian, UUID circular, KitPerson child, int seen, String... values) {
        Form form =
                Form.of("child", child.id().toString(), "seen", Integer.toString(seen), "at", "0");
        for (int at = 0; at < values.length; at++) {
            form.with("a.0." + at, values[at]);
        }
        return kit.as(guardian).post("/circulars/" + circular + "/answers", form);
    }

    JsonObject card(KitPerson guardian) {
        return kit.as(guardian)
                .card("to-answer")
                .json()
                .getJsonObject("slot")
                .getJsonObject("page");
    }

    /** Somebody of the collège by their name. */
    KitPerson child(String given, String family) {
        String id =
                ask(
                                "SELECT id FROM school.person"
                                        + " WHERE given_name = ? AND family_name = ?",
                                given,
                                family)
                        .get(0);
        return new KitPerson(
                kit.college().college(),
                new Person(PersonId.of(id), given, family, Profile.PUPIL, Set.of()));
    }

    /** From today on this adult is the child's guardian no more; until the test ends. */
    void endGuardianship(KitPerson adult, KitPerson child) {
        // One more person makes the kit put the directory back after the test.
        kit.aPupil().named("Pour", "Mémoire").create();
        change(
                "UPDATE school.guardianship SET valid_until = '2026-11-30'"
                        + " WHERE adult_id = ? AND child_id = ?",
                adult.id(),
                child.id());
    }

    /** The first column of each row. */
    List<String> ask(String sql, Object... values) {
        try (Connection connection = kit.dataSource().getConnection();
                PreparedStatement statement = bound(connection, sql, values);
                ResultSet row = statement.executeQuery()) {
            List<String> found = new ArrayList<>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Changes rows behind everybody's back. */
    int change(String sql, Object... values) {
        try (Connection connection = kit.dataSource().getConnection();
                PreparedStatement statement = bound(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static PreparedStatement bound(Connection connection, String sql, Object... values)
            throws SQLException {
        PreparedStatement statement =
                connection.prepareStatement(
                        sql.replace("communication_", SCHEMA + "communication_")
                                .replace("school.", SCHEMA));
        for (int at = 0; at < values.length; at++) {
            statement.setString(at + 1, values[at].toString());
        }
        return statement;
    }
}
