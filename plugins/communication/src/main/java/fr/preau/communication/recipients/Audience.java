package fr.preau.communication.recipients;

import fr.preau.api.school.ClassId;
import fr.preau.api.school.GroupId;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import fr.preau.api.school.StaffFunction;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whom a letter is for: one person, or a group that the server expands when the letter is sent. */
public sealed interface Audience {

    /** Who is around a class or a group, as far as the directory knows. */
    List<Profile> AROUND_PUPILS = List.of(Profile.PUPIL, Profile.GUARDIAN, Profile.TEACHER);

    /** As it stands in forms and addresses, {@code person:…} or {@code guardians:…}. */
    String code();

    /** One person. */
    record OnePerson(PersonId person) implements Audience {
        @Override
        public String code() {
            return "person:" + person;
        }
    }

    /** People who are not named one by one. */
    sealed interface Group extends Audience {

        /** Whom it gathers. */
        Profile members();

        /** What kind of group it is: the end of the key of the words that people say for it. */
        String kind();
    }

    /**
     * The people of one profile around a class.
     *
     * @param members {@code PUPIL}, {@code GUARDIAN} or {@code TEACHER}
     */
    record ClassGroup(Profile members, ClassId schoolClass) implements Group {

        public ClassGroup {
            requireAroundPupils(members);
        }

        @Override
        public String code() {
            return plural(members) + ":" + schoolClass;
        }

        @Override
        public String kind() {
            return members.name();
        }
    }

    /**
     * The people of one profile around a group that is taught.
     *
     * @param members {@code PUPIL}, {@code GUARDIAN} or {@code TEACHER}
     */
    record TaughtGroup(Profile members, GroupId group) implements Group {

        private static final String PREFIX = "group-";

        public TaughtGroup {
            requireAroundPupils(members);
        }

        @Override
        public String code() {
            return PREFIX + plural(members) + ":" + group;
        }

        @Override
        public String kind() {
            return "taught." + members;
        }
    }

    /** Those of the staff who are there for the same. */
    record WithFunction(StaffFunction function) implements Group {
        @Override
        public Profile members() {
            return Profile.STAFF;
        }

        @Override
        public String code() {
            return "function:" + function;
        }

        @Override
        public String kind() {
            return "function." + function;
        }
    }

    /** Everybody of one profile at the collège. */
    record Everyone(Profile members) implements Group {

        public Everyone {
            if (!Cell.PROFILES.contains(members)) {
                throw new IllegalArgumentException("nobody writes to " + members);
            }
        }

        @Override
        public String code() {
            return "everyone:" + members;
        }

        @Override
        public String kind() {
            return "everyone." + members;
        }
    }

    /** The audience of a code; none where the code was made up. */
    static Optional<Audience> ofCode(String code) {
        int colon = code.indexOf(':');
        String kind = code.substring(0, Math.max(colon, 0));
        String named = code.substring(colon + 1);
        try {
            return switch (kind) {
                case "person" -> Optional.of(new OnePerson(PersonId.of(named)));
                case "function" -> Optional.of(new WithFunction(StaffFunction.valueOf(named)));
                case "everyone" -> Optional.of(new Everyone(Profile.valueOf(named)));
                default -> aroundPupils(kind, named);
            };
        } catch (IllegalArgumentException nothingOfThatName) {
            return Optional.empty();
        }
    }

    private static Optional<Audience> aroundPupils(String kind, String identity) {
        boolean taught = kind.startsWith(TaughtGroup.PREFIX);
        String people = taught ? kind.substring(TaughtGroup.PREFIX.length()) : kind;
        return AROUND_PUPILS.stream()
                .filter(members -> plural(members).equals(people))
                .findFirst()
                .map(
                        members ->
                                taught
                                        ? new TaughtGroup(members, GroupId.of(identity))
                                        : new ClassGroup(members, ClassId.of(identity)));
    }

    private static String plural(Profile members) {
        return members.name().toLowerCase(Locale.ROOT) + "s";
    }

    private static void requireAroundPupils(Profile members) {
        if (!AROUND_PUPILS.contains(members)) {
            throw new IllegalArgumentException("no class or group has " + members);
        }
    }
}
