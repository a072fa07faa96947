package fr.preau.core.imports;

import fr.preau.api.school.Profile;
import fr.preau.api.school.StaffFunction;
import fr.preau.core.imports.DeliveredCollege.Contact;
import fr.preau.core.imports.DeliveredCollege.DeliveredPerson;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the attributes that every kind of person has. */
final class PersonReading {

    private PersonReading() {}

    static void take(
            AafEntry entry,
            Profile profile,
            Set<StaffFunction> functions,
            DeliveredCollege delivery) {
        String academicId = entry.identity();
        DeliveredPerson person =
                new DeliveredPerson(
                        academicId,
                        profile,
                        entry.required("givenName", 100),
                        entry.required("sn", 100),
                        entry.text("ENTPersonNomPatro", 100),
                        joined(entry, "ENTPersonAutresPrenoms", 200),
                        entry.text("personalTitle", 20),
                        entry.day("ENTPersonDateNaissance"),
                        functions,
                        contact(entry));
        if (delivery.persons.put(academicId, person) != null) {
            throw entry.refused("la personne " + academicId + " est là deux fois");
        }
    }

    private static Contact contact(AafEntry entry) {
        return new Contact(
                address(entry),
                entry.text("ENTPersonCodePostal", 20),
                entry.text("ENTPersonVille", 100),
                entry.text("ENTPersonPays", 100),
                either(entry, "homePhone", "telephoneNumber", 40),
                entry.text("mobile", 40),
                entry.text("mail", 254),
                entry.flag("ENTPersonAdresseDiffusion"),
                entry.text("ENTPersonMobileSMS", 40));
    }

    /** Up to four lines, joined with dollars. */
    private static @Nullable String address(AafEntry entry) {
        String lines = entry.text("ENTPersonAdresse", 400);
        if (lines == null) {
            return null;
        }
        String address =
                Stream.of(lines.split("\\$", -1))
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining("\n"));
        return address.isEmpty() ? null : address;
    }

    private static @Nullable String joined(AafEntry entry, String attribute, int longest) {
        List<String> values = entry.all(attribute);
        if (values.isEmpty()) {
            return null;
        }
        String joined = String.join(", ", values);
        if (joined.length() > longest) {
            throw entry.refused("l’attribut " + attribute + " dépasse " + longest + " caractères");
        }
        return joined;
    }

    private static @Nullable String either(
            AafEntry entry, String first, String second, int longest) {
        String value = entry.text(first, longest);
        return value == null ? entry.text(second, longest) : value;
    }
}
