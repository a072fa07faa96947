package fr.preau.communication.messages;

import fr.preau.api.data.NewIds;
import fr.preau.api.route.Caller;
import fr.preau.api.route.Violations;
import fr.preau.api.school.Person;
import fr.preau.api.school.Profile;
import fr.preau.communication.messages.ComposePage.Chosen;
import fr.preau.communication.messages.ComposePage.Circle;
import fr.preau.communication.messages.ComposePage.Offered;
import fr.preau.communication.recipients.Addressee;
import fr.preau.communication.recipients.Audience;
import fr.preau.communication.recipients.Audience.OnePerson;
import fr.preau.communication.recipients.WritingRules;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The form of a letter: fresh, with what was typed and what is wrong, or sent. */
final class LetterForm {

    private final WritingRules rules;
    private final NewIds ids;

    LetterForm(WritingRules rules, NewIds ids) {
        this.rules = rules;
        this.ids = ids;
    }

    /**
     * Whom the codes of a form mean.
     *
     * @throws fr.preau.api.route.Refusal if the writer may not write to one of them
     */
    List<Addressee> addressees(Caller writer, @Nullable List<String> to) {
        if (to == null || to.isEmpty()) {
            return List.of();
        }
        return rules.reachOf(writer).addressees(to.stream().map(Audience::ofCode).toList());
    }

    ComposePage begin(Caller writer, @Nullable List<String> to) {
        return page(writer, addressees(writer, to), "", "", Violations.none());
    }

    ComposePage again(
            Caller writer, SendInput input, List<Addressee> addressees, Violations violations) {
        return page(
                writer,
                addressees,
                Objects.requireNonNullElse(input.subject(), ""),
                Objects.requireNonNullElse(input.text(), ""),
                violations);
    }

    ComposePage sent(Caller writer, SendInput input, List<Addressee> addressees, String location) {
        return new ComposePage(
                ids.next(),
                WritingRules.choosesBySearch(writer.profile()),
                chosen(addressees),
                List.of(),
                Letter.recipientsOf(addressees).size(),
                Subject.clean(input.subject()),
                MessageText.clean(input.text()),
                Violations.none(),
                location);
    }

    private ComposePage page(
            Caller writer,
            List<Addressee> addressees,
            String subject,
            String text,
            Violations violations) {
        boolean choosesBySearch = WritingRules.choosesBySearch(writer.profile());
        return new ComposePage(
                ids.next(),
                choosesBySearch,
                chosen(addressees),
                choosesBySearch ? List.of() : offered(writer, addressees),
                Letter.recipientsOf(addressees).size(),
                subject,
                text,
                violations,
                null);
    }

    private static List<Chosen> chosen(List<Addressee> addressees) {
        return addressees.stream()
                .map(
                        a ->
                                new Chosen(
                                        a.audience().code(),
                                        a.profile(),
                                        a.name(),
                                        a.isGroup(),
                                        a.people().size()))
                .toList();
    }

    private List<Circle> offered(Caller writer, List<Addressee> addressees) {
        Set<Audience> chosen =
                addressees.stream().map(Addressee::audience).collect(Collectors.toSet());
        Map<Profile, List<Person>> everyone = rules.reachOf(writer).everyone();
        return everyone.entrySet().stream()
                .filter(circle -> !circle.getValue().isEmpty())
                .map(circle -> new Circle(circle.getKey(), offered(circle.getValue(), chosen)))
                .toList();
    }

    private static List<Offered> offered(List<Person> people, Set<Audience> chosen) {
        return people.stream().map(person -> offered(person, chosen)).toList();
    }

    private static Offered offered(Person person, Set<Audience> chosen) {
        Audience audience = new OnePerson(person.id());
        return new Offered(audience.code(), person.displayName(), chosen.contains(audience));
    }
}
