package fr.preau.core.notices;

import fr.preau.api.school.PersonId;
import fr.preau.api.school.Uai;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitsOfWork;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a collège has told somebody, or others about them, to be handed over or erased. */
public final class NoticesOfPerson {

    private static final String OF_PERSON =
            " JOIN membership m ON m.account_id = a.account_id"
                    + " WHERE m.uai = ? AND m.person_id = ?";

    private final UnitsOfWork units;

    public NoticesOfPerson(UnitsOfWork units) {
        this.units = units;
    }

    /** All that they were told, each as a JSON text, then how they want to be told. */
    public List<String> export(Uai uai, PersonId person) {
        return Stream.concat(told(uai, person).stream(), chosen(uai, person).stream()).toList();
    }

    private List<String> told(Uai uai, PersonId person) {
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

    private List<String> chosen(Uai uai, PersonId person) {
        return units.read(
                DatabaseSpace.platform(),
                unit -> {
                    List<String> chosen = new ArrayList<>();
                    String[] of = {uai.value(), person.toString()};
                    chosen.addAll(
                            unit.query(
                                    "SELECT a.mail, a.wanted FROM notice_address a" + OF_PERSON,
                                    NoticesOfPerson::address,
                                    (Object[]) of));
                    chosen.addAll(
                            unit.query(
                                    "SELECT a.name, a.made_at FROM push_device a" + OF_PERSON,
                                    NoticesOfPerson::device,
                                    (Object[]) of));
                    chosen.addAll(
                            unit.query(
                                    "SELECT a.uai, a.child_id, a.module, a.kind, a.mail, a.push"
                                            + " FROM notice_choice a"
                                            + OF_PERSON,
                                    NoticesOfPerson::choice,
                                    (Object[]) of));
                    return chosen;
                });
    }

    private static String device(ResultSet row) throws SQLException {
        JsonObjectBuilder json = Json.createObjectBuilder();
        add(json, "device", row.getString(1));
        add(json, "since", row.getString(2));
        return json.build().toString();
    }

    private static String address(ResultSet row) throws SQLException {
        JsonObjectBuilder json = Json.createObjectBuilder();
        add(json, "mail", row.getString(1));
        add(json, "notConfirmed", row.getString(2));
        return json.build().toString();
    }

    private static String choice(ResultSet row) throws SQLException {
        JsonObjectBuilder json = Json.createObjectBuilder();
        add(json, "college", row.getString(1));
        add(json, "child", row.getString(2));
        add(json, "module", row.getString(3));
        add(json, "kind", row.getString(4));
        add(json, "byMail", row.getString(5));
        json.add("onDevices", row.getBoolean(6));
        return json.build().toString();
    }

    private static void add(JsonObjectBuilder json, String name, @Nullable String value) {
        if (value != null) {
            json.add(name, value);
        }
    }

    /**
     * Erases what they were told, and what their guardians were told about them.
     *
     * @return how many notices
     */
    public int erase(Uai uai, PersonId person) {
        eraseSent(uai, person);
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

    /** What waits for its mail, and what was chosen about a child. */
    private void eraseSent(Uai uai, PersonId person) {
        List<Long> told =
                units.read(
                        DatabaseSpace.of(uai),
                        unit ->
                                unit.query(
                                        "SELECT id FROM core_notice"
                                                + " WHERE person_id = ? OR child_id = ?",
                                        row -> row.getLong(1),
                                        person.toString(),
                                        person.toString()));
        units.write(
                DatabaseSpace.platform(),
                unit -> {
                    for (long notice : told) {
                        unit.update(
                                "DELETE FROM notice_mail WHERE uai = ? AND notice_id = ?",
                                uai.value(),
                                notice);
                        unit.update(
                                "DELETE FROM notice_push WHERE uai = ? AND notice_id = ?",
                                uai.value(),
                                notice);
                    }
                    return unit.update(
                            "DELETE FROM notice_choice WHERE uai = ? AND child_id = ?",
                            uai.value(),
                            person.toString());
                });
    }
}
