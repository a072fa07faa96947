package fr.preau.tenants.people.aaf;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One addRequest: a person, a school, a subject or a course, with its attributes in order. */
final class Addition {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

    private final String kind;
    private final String category;
    private final String id;
    private final List<Attribute> attributes = new ArrayList<>();

    /** An attribute; without a value it still has one empty element, which erases. */
    record Attribute(String name, List<String> values) {

        Attribute {
            values = values.isEmpty() ? List.of("") : List.copyOf(values);
        }
    }

    private Addition(String kind, String category, String id) {
        this.kind = kind;
        this.category = category;
        this.id = id;
    }

    static Addition ofPerson(String category, long jointure) {
        String id = String.valueOf(jointure);
        return new Addition("categoriePersonne", category, id).with("ENTPersonJointure", id);
    }

    static Addition ofStructure(String category, String jointure) {
        return new Addition("categorieStructure", category, jointure);
    }

    /** The académie's entries have another category than their files. */
    static Addition ofSubject(String code) {
        return new Addition("categorieMatiere", "MatEducNat", code);
    }

    static Addition ofCourse(String code) {
        return new Addition("categorieMef", "MefEducNat", code);
    }

    String kind() {
        return kind;
    }

    String category() {
        return category;
    }

    String id() {
        return id;
    }

    List<Attribute> attributes() {
        return attributes;
    }

    Addition with(String name, String value) {
        return with(name, List.of(value));
    }

    Addition with(String name, List<String> values) {
        attributes.add(new Attribute(name, values));
        return this;
    }

    Addition with(String name, LocalDate day) {
        return with(name, DAY.format(day));
    }

    Addition with(String name, boolean yes) {
        return with(name, yes ? "O" : "N");
    }
}
