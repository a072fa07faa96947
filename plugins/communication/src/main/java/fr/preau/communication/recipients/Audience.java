package fr.preau.communication.recipients;

import fr.preau.api.route.Refusal;
import fr.preau.api.school.ClassId;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import fr.preau.communication.wording.Wording;
import java.util.Locale;
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

    /**
     * The audience of a code; a code that is none is refused like a person one may not write to.
     */
    static Audience ofCode(String code) {
        int colon = code.indexOf(':');
        String kind = code.substring(0, Math.max(colon, 0));
        String identity = code.substring(colon + 1);
        try {
            return switch (kind) {
                case "person" -> new OnePerson(PersonId.of(identity));
                case "pupils" -> new ClassGroup(Profile.PUPIL, ClassId.of(identity));
                case "guardians" -> new ClassGroup(Profile.GUARDIAN, ClassId.of(identity));
                case "teachers" -> new ClassGroup(Profile.TEACHER, ClassId.of(identity));
                default -> throw notAllowed();
            };
        } catch (IllegalArgumentException notAnIdentity) {
            throw notAllowed();
        }
    }

    /** Somebody was chosen whom the writer may not write to; nothing is sent. */
    static Refusal notAllowed() {
        return new Refusal(
                403,
                "recipient-not-allowed",
                Wording.of("refusal.recipient.title"),
                Wording.of("refusal.recipient.detail"));
    }
}
