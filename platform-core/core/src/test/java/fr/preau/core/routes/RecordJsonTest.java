package fr.preau.core.routes;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.ClassId;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import fr.preau.api.school.SchoolClass;
import fr.preau.api.school.Uai;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How a page record goes out as JSON. */
class RecordJsonTest {

    private static final String ID = "01935f2a-7f4c-7b1d-9d2e-0c9a1b2c3d4e";

    /** A page as a module shows it. */
    public record Page(
            PersonId author,
            Uai college,
            Instant sentAt,
            LocalDate day,
            Profile profile,
            UUID key,
            @Nullable String note,
            List<SchoolClass> classes,
            List<PersonId> readers,
            boolean urgent) {}

    private final RecordJson json = new RecordJson();

    private final Page page =
            new Page(
                    PersonId.of(ID),
                    new Uai("0921244C"),
                    Instant.parse("2026-11-03T07:05:00Z"),
                    LocalDate.of(2026, 11, 3),
                    Profile.TEACHER,
                    UUID.fromString(ID),
                    null,
                    List.of(new SchoolClass(ClassId.of(ID), "5eB « à l’œuvre »")),
                    List.of(PersonId.of(ID)),
                    true);

    @AfterEach
    void close() {
        json.close();
    }

    @Test
    void identitiesAreTexts() {
        JsonObject object = tree();
        assertThat(object.getString("author")).isEqualTo(ID);
        assertThat(object.getString("college")).isEqualTo("0921244C");
        assertThat(object.getString("key")).isEqualTo(ID);
        assertThat(object.getJsonArray("readers").getValuesAs(JsonString::getString))
                .containsExactly(ID);
    }

    @Test
    void momentsAndDaysAreWrittenAsIsoSays() {
        assertThat(tree().getString("sentAt")).isEqualTo("2026-11-03T07:05:00Z");
        assertThat(tree().getString("day")).isEqualTo("2026-11-03");
    }

    @Test
    void aRecordInsideARecordIsAnObjectInsideAnObject() {
        JsonObject schoolClass = tree().getJsonArray("classes").getJsonObject(0);
        assertThat(schoolClass.getString("id")).isEqualTo(ID);
        assertThat(schoolClass.getString("name")).isEqualTo("5eB « à l’œuvre »");
        assertThat(tree().getString("profile")).isEqualTo("TEACHER");
        assertThat(tree().getBoolean("urgent")).isTrue();
    }

    @Test
    void whatIsNullIsLeftOut() {
        assertThat(tree()).doesNotContainKey("note");
        assertThat(json.write(page)).doesNotContain("null");
    }

    private JsonObject tree() {
        return json.tree(page).asJsonObject();
    }
}
