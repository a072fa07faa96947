package fr.preau.core.seal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.Uai;
import org.junit.jupiter.api.Test;

class SealSecretTest {

    private static final Uai SEVRES = new Uai("0921244C");

    private final SealSecret secret = new SealSecret("a secret of the tests, known to all");

    @Test
    void theSameTextHasTheSameSealOnEveryNode() {
        assertThat(secret.seal("school-life", SEVRES, "été"))
                .matches("[0-9a-f]{64}")
                .isEqualTo(
                        new SealSecret("a secret of the tests, known to all")
                                .seal("school-life", SEVRES, "été"));
    }

    @Test
    void anotherTextModuleCollegeOrSecretHasAnotherSeal() {
        assertThat(secret.seal("school-life", SEVRES, "été"))
                .isNotEqualTo(secret.seal("school-life", SEVRES, "ete"))
                .isNotEqualTo(secret.seal("canteen", SEVRES, "été"))
                .isNotEqualTo(secret.seal("school-life", new Uai("0920131T"), "été"))
                .isNotEqualTo(
                        new SealSecret("another secret of the tests")
                                .seal("school-life", SEVRES, "été"));
    }
}
