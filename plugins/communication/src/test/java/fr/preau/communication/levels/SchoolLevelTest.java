package fr.preau.communication.levels;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.ClassId;
import fr.preau.api.school.SchoolClass;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchoolLevelTest {

    @ParameterizedTest
    @CsvSource({"5eB, 5e", "6A, 6e", "3 SEGPA, 3e", "4, 4e"})
    void aClassSaysItsLevelFirst(String name, String level) {
        assertThat(SchoolLevel.of(named(name)).map(SchoolLevel::shortName)).contains(level);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ULIS", "UPE2A", "2nde", "51", "B5"})
    void aClassThatSaysNoneHasNone(String name) {
        assertThat(SchoolLevel.of(named(name))).isEmpty();
    }

    private static SchoolClass named(String name) {
        return new SchoolClass(new ClassId(UUID.randomUUID()), name);
    }
}
