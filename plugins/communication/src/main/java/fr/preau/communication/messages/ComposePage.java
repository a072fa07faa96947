package fr.preau.communication.messages;

import fr.preau.api.route.Violations;
import fr.preau.api.school.Profile;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The form of a letter.
 *
 * @param key its hidden key: posted twice, it sends once
 * @param choosesBySearch whether people are chosen on a page of their own; others have them all in
 *     {@code offered}
 * @param chosen whom it is for so far
 * @param offered everybody this person may write to, by profile
 * @param people how many would receive it
 * @param subject what was typed
 * @param text what was typed
 * @param violations what is wrong with it
 * @param sentTo where the letter is read, below the module, once it is sent
 */
public record ComposePage(
        UUID key,
        boolean choosesBySearch,
        List<Chosen> chosen,
        List<Circle> offered,
        int people,
        String subject,
        String text,
        Violations violations,
        @Nullable String sentTo) {

    public ComposePage {
        chosen = List.copyOf(chosen);
        offered = List.copyOf(offered);
    }

    /** Whether the way to people is to be shown instead of the form. */
    public boolean needsRecipients() {
        return choosesBySearch && chosen.isEmpty();
    }

    /** Whether this person may write to nobody at all. */
    public boolean reachesNobody() {
        return !choosesBySearch && offered.isEmpty();
    }

    /** Where these recipients are changed, below the module. */
    public String recipientsAddress() {
        return chosen.stream()
                .map(Chosen::code)
                .collect(Collectors.joining("&to=", "/messages/recipients?to=", ""));
    }

    /**
     * Somebody the letter is for.
     *
     * @param profile what the person is, or whom the group gathers
     * @param name the person, or the class of the group
     */
    public record Chosen(String code, Profile profile, String name, boolean group, int people) {}

    /** People of one profile. */
    public record Circle(Profile profile, List<Offered> people) {}

    /** A person to tick. */
    public record Offered(String code, String name, boolean chosen) {}
}
