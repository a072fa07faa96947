package fr.preau.communication.recipients;

import fr.preau.api.page.PageContext;
import fr.preau.api.school.Profile;
import fr.preau.communication.recipients.About.ChildName;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** People to write to as lists and forms name them. */
public final class Label {

    private Label() {}

    /** A person with what tells them apart, as in « Nora Couloir · Gestion ». */
    public static String of(String name, About about, PageContext context) {
        return joined(Stream.of(name, details(about, context)));
    }

    /** The same where people of several profiles stand in one list. */
    public static String among(String name, Profile profile, About about, PageContext context) {
        return joined(Stream.of(name, context.text("profile." + profile), details(about, context)));
    }

    /**
     * A group.
     *
     * @param code of its audience
     * @param name the class or group it is about
     * @param people how many they are; null where nobody counted yet
     */
    public static String ofGroup(
            String code, String name, @Nullable Integer people, PageContext context) {
        String kind =
                Audience.ofCode(code)
                        .filter(Audience.Group.class::isInstance)
                        .map(audience -> ((Audience.Group) audience).kind())
                        .orElseThrow();
        return counted(ofGroup(kind, name, context), people, context);
    }

    /**
     * The same of a letter that was sent.
     *
     * @param kind of the group, as in {@code GUARDIAN} or {@code function.CPE}
     */
    public static String ofGroup(String kind, String name, PageContext context) {
        return context.text("group." + kind, name);
    }

    private static String counted(String group, @Nullable Integer people, PageContext context) {
        return people == null ? group : context.text("group.counted", group, people);
    }

    private static String details(About about, PageContext context) {
        Stream<String> functions =
                about.functions().stream().map(function -> context.text("function." + function));
        Stream<String> children = about.children().stream().map(Label::child);
        return Stream.of(functions, about.subjects().stream(), children)
                .flatMap(words -> words)
                .collect(Collectors.joining(", "));
    }

    private static String child(ChildName child) {
        return child.classes().isEmpty()
                ? child.name()
                : child.name() + " (" + String.join(", ", child.classes()) + ")";
    }

    private static String joined(Stream<String> parts) {
        List<String> said = parts.filter(part -> !part.isEmpty()).toList();
        return String.join(" · ", said);
    }
}
