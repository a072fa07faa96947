package fr.preau.communication.messages;

import fr.preau.api.route.Violations;
import fr.preau.api.school.Person;
import fr.preau.api.school.Profile;
import fr.preau.communication.drafts.DraftState;
import fr.preau.communication.drafts.Drafts;
import fr.preau.communication.messages.ComposePage.Chosen;
import fr.preau.communication.messages.ComposePage.Circle;
import fr.preau.communication.messages.ComposePage.Offered;
import fr.preau.communication.recipients.Acquaintances;
import fr.preau.communication.recipients.Addressee;
import fr.preau.communication.recipients.Audience;
import fr.preau.communication.recipients.Audience.OnePerson;
import fr.preau.communication.recipients.Reach;
import fr.preau.communication.recipients.Recipients;
import fr.preau.communication.recipients.WritingRules;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The form of a letter for one call of its writer: fresh, with what was typed and what is wrong, or
 * sent. It keeps its hidden key on all its ways, to the choice of recipients and back too, so that
 * a letter that was sent is not sent again from an earlier stage of its form.
 *
 * @param reach how far the writer's letters may go
 */
record LetterForm(Profile writer, Reach reach, Drafts drafts) {

    FormProblems problems() {
        return new FormProblems(writer);
    }

    /**
     * The form with what was typed so far, before anything is sent.
     *
     * @param closed why its writer can't write now, if so
     */
    ComposePage goOn(SendInput input, DraftState draft, Violations closed) {
        Recipients recipients = reach.recipients(input.to());
        return again(input, draft, recipients, problems().ofOthers(recipients).and(closed));
    }

    ComposePage again(
            SendInput input, DraftState draft, Recipients recipients, Violations violations) {
        boolean choosesBySearch = WritingRules.choosesBySearch(writer);
        return new ComposePage(
                draft.key(),
                draft,
                draft.version() == 0 ? List.of() : drafts.filesOf(draft),
                writer,
                choosesBySearch ? chosen(recipients) : List.of(),
                choosesBySearch ? List.of() : offered(recipients),
                Letter.recipientsOf(recipients.allowed()).size(),
                input.answers(),
                Objects.requireNonNullElse(input.subject(), ""),
                Objects.requireNonNullElse(input.text(), ""),
                input.time(),
                violations,
                null);
    }

    ComposePage sent(SendInput input, DraftState draft, Recipients recipients, String location) {
        return new ComposePage(
                draft.key(),
                draft,
                List.of(),
                writer,
                chosen(recipients),
                List.of(),
                Letter.recipientsOf(recipients.allowed()).size(),
                input.answers(),
                Subject.clean(input.subject()),
                MessageText.clean(input.text()),
                input.time(),
                Violations.none(),
                location);
    }

    private List<Chosen> chosen(Recipients recipients) {
        Acquaintances acquaintances = reach.acquaintances(recipients.persons());
        return recipients.allowed().stream()
                .map(
                        a ->
                                new Chosen(
                                        a.audience().code(),
                                        a.profile(),
                                        a.name(),
                                        a.isGroup(),
                                        a.people().size(),
                                        acquaintances.about(a)))
                .toList();
    }

    private List<Circle> offered(Recipients recipients) {
        Set<Audience> chosen =
                recipients.allowed().stream().map(Addressee::audience).collect(Collectors.toSet());
        Map<Profile, List<Person>> everyone = reach.everyone();
        Acquaintances acquaintances =
                reach.acquaintances(everyone.values().stream().flatMap(List::stream).toList());
        return everyone.entrySet().stream()
                .filter(circle -> !circle.getValue().isEmpty())
                .map(
                        circle ->
                                new Circle(
                                        circle.getKey(),
                                        circle.getValue().stream()
                                                .map(
                                                        person ->
                                                                offered(
                                                                        person,
                                                                        acquaintances,
                                                                        chosen))
                                                .toList()))
                .toList();
    }

    private static Offered offered(
            Person person, Acquaintances acquaintances, Set<Audience> chosen) {
        Audience audience = new OnePerson(person.id());
        return new Offered(
                audience.code(),
                person.displayName(),
                acquaintances.about(person),
                chosen.contains(audience));
    }
}
