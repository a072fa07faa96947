package fr.preau.communication.messages;

import fr.preau.api.route.Violations;
import fr.preau.api.school.Profile;
import fr.preau.communication.attachments.AttachedFile;
import fr.preau.communication.drafts.DraftState;
import fr.preau.communication.recipients.About;
import fr.preau.communication.recipients.WritingRules;
import fr.preau.communication.safety.WritingGuard;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The form of a letter.
 *
 * @param key its hidden key: posted twice, it sends once
 * @param draft how its draft stands
 * @param files what is kept with the draft
 * @param writer what the writer is; some choose people on a page of their own, others have them all
 *     in {@code offered}
 * @param chosen whom it is for so far
 * @param offered everybody this person may write to, by profile
 * @param people how many would receive it
 * @param answers whether they may answer even if they are many
 * @param subject what was typed
 * @param text what was typed
 * @param time when it shall be sent, as it was typed
 * @param violations what is wrong with it
 * @param sentTo where the letter is read, below the module, once it is sent
 */
public record ComposePage(
        UUID key,
        DraftState draft,
        List<AttachedFile> files,
        Profile writer,
        List<Chosen> chosen,
        List<Circle> offered,
        int people,
        boolean answers,
        String subject,
        String text,
        SendTime time,
        Violations violations,
        @Nullable String sentTo) {

    public ComposePage {
        files = List.copyOf(files);
        chosen = List.copyOf(chosen);
        offered = List.copyOf(offered);
    }

    public boolean choosesBySearch() {
        return WritingRules.choosesBySearch(writer);
    }

    /** Whether the way to people is to be shown instead of the form: nothing would be lost. */
    public boolean needsRecipients() {
        return choosesBySearch()
                && chosen.isEmpty()
                && subject.isBlank()
                && text.isBlank()
                && files.isEmpty()
                && violations.isEmpty();
    }

    /** Why the writer can't write now. */
    public Optional<String> closed() {
        return violations.of(WritingGuard.FIELD);
    }

    /** Whether something is lost if the page is left. */
    public boolean isBegun() {
        return !(subject.isBlank() && text.isBlank());
    }

    /** Whom it is for so far, as the form sends it. */
    public List<String> to() {
        return Stream.concat(
                        chosen.stream().map(Chosen::code),
                        offered.stream()
                                .flatMap(circle -> circle.people().stream())
                                .filter(Offered::chosen)
                                .map(Offered::code))
                .toList();
    }

    /** Whether nobody answers unless the author wants it. */
    public boolean goesToMany() {
        return people >= Letter.LONG_LIST;
    }

    /** Whether it may be sent at a time of one's choice. */
    public boolean canBeSentLater() {
        return writer != Profile.PUPIL;
    }

    /** Whether it waits for its time: then it is looked at, and not written. */
    public boolean waits() {
        return draft.sendAt() != null && violations.isEmpty();
    }

    /** Whether this person may write to nobody at all. */
    public boolean reachesNobody() {
        return !choosesBySearch() && offered.isEmpty();
    }

    /**
     * Somebody the letter is for.
     *
     * @param profile what the person is, or whom the group gathers
     * @param name the person, or the class or group it is about, empty where its kind says enough
     * @param about what tells a person apart
     */
    public record Chosen(
            String code, Profile profile, String name, boolean group, int people, About about) {}

    /** People of one profile. */
    public record Circle(Profile profile, List<Offered> people) {

        public Circle {
            people = List.copyOf(people);
        }

        /** Whether somebody of them is chosen. */
        public boolean anyChosen() {
            return people.stream().anyMatch(Offered::chosen);
        }
    }

    /**
     * A person to tick.
     *
     * @param about what tells the person apart
     */
    public record Offered(String code, String name, About about, boolean chosen) {}
}
