package fr.preau.communication.news;

import fr.preau.api.school.ClassId;
import fr.preau.api.school.SchoolClass;
import fr.preau.communication.levels.SchoolLevel;
import java.util.Optional;
import java.util.UUID;

/** A part of the collège that a news may be for: a level, or one class. */
sealed interface Place {

    /**
     * As it stands in forms and in the table: {@code level:5} or {@code class:…}; no blank in it.
     */
    String code();

    /** All classes of a level. */
    record Level(SchoolLevel level) implements Place {

        static Optional<Level> of(SchoolClass schoolClass) {
            return SchoolLevel.of(schoolClass).map(Level::new);
        }

        int number() {
            return level.number();
        }

        @Override
        public String code() {
            return "level:" + level.number();
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
                return Optional.of(new Level(new SchoolLevel(Integer.parseInt(code.substring(6)))));
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
