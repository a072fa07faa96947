package fr.preau.core.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectNamesTest {

    @ParameterizedTest
    @CsvSource({
        "HISTOIRE-GEOGRAPHIE, histoire-géographie",
        "EDUCATION PHYSIQUE & SPORTIVE, éducation physique et sportive",
        "ANGLAIS LV1, anglais LV1",
        "ARTS PLASTIQUES, arts plastiques",
        "Théâtre, Théâtre",
    })
    void aSubjectIsNotShouted(String kept, String said) {
        assertThat(SubjectNames.said(kept)).isEqualTo(said);
    }
}
