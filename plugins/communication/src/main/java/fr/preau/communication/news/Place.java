package fr.preau.communication.news;

import fr.preau.api.school.ClassId;
import fr.preau.api.school.SchoolClass;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** A part of the collège that a news may be for: a level, or one class. */
sealed interface Place {

    /**
     * As it stands in forms and in the table: {@code level:5} or {@code class:…}; no blank in it.
     */
    String code();

    /**
     * All classes of a level.
     *
     * @param number from 6 down to 3, as in « la 6e »
     */
    record Level(int number) implements Place {

        private static final Pattern NAMED = Pattern.compile("^([3-6])");

        public Level {
            if (number < 3 || number > 6) {
                throw new IllegalArgumentException("a collège has no level " + number);
            }
        }

        /** The level of a class by its name, as in « 5eB »; a class such as « ULIS » has none. */
        static Optional<Level> of(SchoolClass schoolClass) {
            return NAMED.matcher(schoolClass.name())
                    .results()
                    .map(found -> new Level(Integer.parseInt(found.group(1))))
                    .findFirst();
        }

        @Override
        public String code() {
            return "level:" + number;
        }
    }

    /** One class. */
    record OneClass(ClassId schoolClass) implements Place {
        @Override
        public String code() {
            return "class:" + schoolClass;
        }
    }

    /** The place of a code; none where the code was made up. */
    static Optional<Place> ofCode(String code) {
        try {
            if (code.startsWith("level:")) {
                return Optional.of(new Level(Integer.parseInt(code.substring(6))));
            }
            if (code.startsWith("class:")) {
                // Read and written again: the code goes into a pattern, and holds nothing else.
                return Optional.of(new OneClass(new ClassId(UUID.fromString(code.substring(6)))));
            }
        } catch (IllegalArgumentException madeUp) {
            return Optional.empty();
        }
        return Optional.empty();
    }
}
