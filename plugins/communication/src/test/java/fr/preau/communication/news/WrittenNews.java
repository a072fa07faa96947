package fr.preau.communication.news;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.StaffFunction;
import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;

/** Writes and publishes news as people do, by the forms. */
record WrittenNews(PreauKit kit) {

    /** What everybody of the collège may read, without a beginning or an end. */
    static Form form(String title) {
        return textOf(title)
                .with("profiles", "PUPIL")
                .with("profiles", "GUARDIAN")
                .with("profiles", "TEACHER")
                .with("profiles", "STAFF");
    }

    static Form textOf(String title) {
        return Form.of(
                "key", UUID.randomUUID().toString(), "title", title, "text", "Texte de " + title);
    }

    /** Saved as a draft. */
    String draft(KitPerson author, Form form) {
        KitAnswer saved = kit.as(author).post("/newsroom", form);
        assertThat(saved.status()).as("%s: %s", saved, saved.json()).isEqualTo(200);
        return saved.json().getString("id");
    }

    /** Saved and published by the principal. */
    String published(Form form) {
        String id = draft(principal(), form);
        act(principal(), id, "publish");
        return id;
    }

    KitPerson principal() {
        return kit.staff(StaffFunction.PRINCIPAL);
    }

    KitAnswer act(KitPerson person, String id, String act) {
        KitAnswer done = tryTo(person, id, act);
        assertThat(done.status()).as("%s: %s", done, done.json()).isEqualTo(200);
        return done;
    }

    KitAnswer tryTo(KitPerson person, String id, String act) {
        return kit.as(person)
                .post("/newsroom/" + id + "/" + act, Form.of("version", version(person, id)));
    }

    String version(KitPerson person, String id) {
        KitAnswer page = kit.as(person).get("/newsroom/" + id);
        return page.status() == 200 ? String.valueOf(page.json().getInt("version")) : "1";
    }

    List<String> titles(KitPerson reader) {
        return kit
                .as(reader)
                .get("/news")
                .json()
                .getJsonObject("news")
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(line -> line.getString("title"))
                .toList();
    }

    List<String> card(KitPerson reader) {
        return kit
                .as(reader)
                .card("news")
                .json()
                .getJsonObject("slot")
                .getJsonObject("page")
                .getJsonArray("newest")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(line -> line.getString("title"))
                .toList();
    }
}
