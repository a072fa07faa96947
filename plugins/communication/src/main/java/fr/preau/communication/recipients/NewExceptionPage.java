package fr.preau.communication.recipients;

import fr.preau.api.route.Violations;
import fr.preau.api.school.Profile;
import fr.preau.communication.recipients.PreviewPage.Somebody;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exception that is being made: first for whom, then towards whom, then what and why.
 *
 * @param q the name that was looked for
 * @param found people of such a name
 * @param groups the people of a profile around a class
 * @param who for whom it is, as an {@link Audience} code; null while that is to be chosen
 * @param writer who that is
 * @param to towards whom, as {@code profile:…} or {@code person:…}
 * @param reader the one person towards whom it is, null for a profile
 * @param targets the profiles towards which it may be
 * @param reach what was chosen
 * @param endsOn as it was typed
 */
public record NewExceptionPage(
        String q,
        List<Somebody> found,
        List<Group> groups,
        @Nullable String who,
        @Nullable Group writer,
        @Nullable String to,
        @Nullable Somebody reader,
        List<Target> targets,
        String reach,
        String reason,
        String endsOn,
        Violations violations) {

    public NewExceptionPage {
        found = List.copyOf(found);
        groups = List.copyOf(groups);
        targets = List.copyOf(targets);
    }

    /**
     * Whose letters it is about.
     *
     * @param name a person's, or that of the class
     */
    public record Group(String code, Profile profile, String name, boolean ofClass) {}

    /** A profile of readers and how far letters to it may be let go. */
    public record Target(Profile reader, List<Range> choices) {

        public Target {
            choices = List.copyOf(choices);
        }
    }
}
