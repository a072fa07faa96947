package fr.preau.core.notices;

import fr.preau.api.school.PersonId;
import fr.preau.api.school.Uai;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitsOfWork;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** What a collège has told somebody, or others about them, to be handed over or erased. */
public final class NoticesOfPerson {

    private final UnitsOfWork units;

    public NoticesOfPerson(UnitsOfWork units) {
        this.units = units;
    }

    /** All that they were told, each as a JSON text. */
    public List<String> export(Uai uai, PersonId person) {
        return units.read(
                DatabaseSpace.of(uai),
                unit ->
                        unit.query(
                                "SELECT module, kind, title, path, child_id, told_at, seen_at"
                                        + " FROM core_notice WHERE person_id = ? ORDER BY id",
                                NoticesOfPerson::json,
                                person.toString()));
    }

    private static String json(ResultSet row) throws SQLException {
        JsonObjectBuilder json = Json.createObjectBuilder();
        for (String name : List.of("module", "kind", "title", "path")) {
            json.add(name, row.getString(name));
        }
        String child = row.getString("child_id");
        if (child != null) {
            json.add("child", child);
        }
        json.add("toldAt", row.getString("told_at"));
        String seen = row.getString("seen_at");
        if (seen != null) {
            json.add("seenAt", seen);
        }
        return json.build().toString();
    }

    /**
     * Erases what they were told, and what their guardians were told about them.
     *
     * @return how many notices
     */
    public int erase(Uai uai, PersonId person) {
        return units.write(
                DatabaseSpace.of(uai),
                unit ->
                        unit.update(
                                        "DELETE FROM core_notice WHERE person_id = ?",
                                        person.toString())
                                + unit.update(
                                        "DELETE FROM core_notice WHERE child_id = ?",
                                        person.toString()));
    }
}
