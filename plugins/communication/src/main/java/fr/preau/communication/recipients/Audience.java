package fr.preau.communication.recipients;

import fr.preau.api.school.ClassId;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Whom a letter is for: one person, or a group that the server expands when the letter is sent. */
public sealed interface Audience {

    /** As it stands in forms and addresses, {@code person:…} or {@code guardians:…}. */
    String code();

    /** One person. */
    record OnePerson(PersonId person) implements Audience {
        @Override
        public String code() {
            return "person:" + person;
        }
    }

    /**
     * The people of one profile around a class.
     *
     * @param members {@code PUPIL}, {@code GUARDIAN} or {@code TEACHER}
     */
    record ClassGroup(Profile members, ClassId schoolClass) implements Audience {

        private static final Set<Profile> AROUND_A_CLASS =
                Set.of(Profile.PUPIL, Profile.GUARDIAN, Profile.TEACHER);

        public ClassGroup {
            if (!AROUND_A_CLASS.contains(members)) {
                throw new IllegalArgumentException("a class has no " + members);
            }
        }

        @Override
        public String code() {
            return members.name().toLowerCase(Locale.ROOT) + "s:" + schoolClass;
        }
    }

    /** The audience of a code; none where the code was made up. */
    static Optional<Audience> ofCode(String code) {
        int colon = code.indexOf(':');
        String kind = code.substring(0, Math.max(colon, 0));
        String identity = code.substring(colon + 1);
        try {
            return switch (kind) {
                case "person" -> Optional.of(new OnePerson(PersonId.of(identity)));
                case "pupils" -> Optional.of(group(Profile.PUPIL, identity));
                case "guardians" -> Optional.of(group(Profile.GUARDIAN, identity));
                case "teachers" -> Optional.of(group(Profile.TEACHER, identity));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException notAnIdentity) {
            return Optional.empty();
        }
    }

    private static Audience group(Profile members, String schoolClass) {
        return new ClassGroup(members, ClassId.of(schoolClass));
    }
}
