package fr.preau.core.plugins.trust;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.core.plugins.trust.BillOfMaterials.Absent;
import fr.preau.core.plugins.trust.BillOfMaterials.Broken;
import fr.preau.core.plugins.trust.BillOfMaterials.Component;
import fr.preau.core.plugins.trust.BillOfMaterials.Listed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a jar says it is made of, and under which licence. */
class BillOfMaterialsTest {

    private static BillOfMaterials read(String json) throws Exception {
        return BillOfMaterials.of(TestJar.ofAModule().with(BillOfMaterials.ENTRY, json).written());
    }

    @Test
    void componentsAreListedWithTheirLicencesInnerOnesToo() throws Exception {
        BillOfMaterials bill =
                read(
                        """
                        {"bomFormat": "CycloneDX", "specVersion": "1.6",
                         "metadata": {"component": {"name": "garden"}},
                         "components": [
                           {"type": "library", "group": "org.example", "name": "seeds",
                            "version": "1.2", "licenses": [{"license": {"id": "MIT"}},
                                                           {"license": {"name": "Graines libres"}}],
                            "components": [{"name": "inner", "licenses":
                                            [{"expression": "MIT OR Apache-2.0"}]}]},
                           {"name": "alone"}]}
                        """);
        assertThat(bill)
                .isEqualTo(
                        new Listed(
                                List.of(
                                        new Component(
                                                "org.example",
                                                "seeds",
                                                "1.2",
                                                List.of("MIT", "Graines libres")),
                                        new Component("", "alone", "", List.of()),
                                        new Component(
                                                "", "inner", "", List.of("MIT OR Apache-2.0")))));
    }

    @Test
    void aModuleMayBeMadeOfNothingElse() throws Exception {
        assertThat(read("{\"bomFormat\":\"CycloneDX\"}")).isEqualTo(new Listed(List.of()));
    }

    @Test
    void aJarWithoutOneSaysSo() throws Exception {
        assertThat(BillOfMaterials.of(TestJar.ofAModule().written())).isEqualTo(new Absent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "[]",
                "{}",
                "{\"bomFormat\":1}",
                "{\"bomFormat\":\"SPDX\"}",
                "{\"bomFormat\":\"CycloneDX\",\"components\":{}}",
                "{\"bomFormat\":\"CycloneDX\",\"components\":[1]}",
                "{\"bomFormat\":\"CycloneDX\",\"components\":[null]}",
                "{\"bomFormat\":\"CycloneDX\",\"components\":[{}]}",
                "{\"bomFormat\":\"CycloneDX\",\"components\":[{\"name\":1}]}",
                "{\"bomFormat\":\"CycloneDX\",\"components\":[{\"name\":\"a\",\"licenses\":[1]}]}"
            })
    void aBrokenOneIsToldWithItsPlace(String json) throws Exception {
        assertThat(read(json))
                .isInstanceOfSatisfying(
                        Broken.class,
                        broken -> assertThat(broken.reason()).startsWith(BillOfMaterials.ENTRY));
    }

    @Test
    void oneOfAMillionBracketsIsBroken() throws Exception {
        assertThat(read("{\"bomFormat\":" + "[".repeat(1_000_000))).isInstanceOf(Broken.class);
    }

    @Test
    void oneThatUnpacksToTooMuchIsBroken() throws Exception {
        assertThat(read(" ".repeat(BillOfMaterials.LARGEST + 1)))
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.reason()).contains("larger"));
    }

    @Test
    void oneWithTooManyComponentsIsBroken() throws Exception {
        String many = "{\"name\":\"a\"},".repeat(10_001);
        assertThat(
                        read(
                                "{\"bomFormat\":\"CycloneDX\",\"components\":["
                                        + many.substring(0, many.length() - 1)
                                        + "]}"))
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.reason()).contains("10000"));
    }

    @Test
    void theLicenceIsReadWordForWord() throws Exception {
        TestJar jar = TestJar.ofAModule().with("META-INF/LICENSE", "Licence publique\néléments");
        assertThat(LicenceText.of(jar.written()))
                .contains(new LicenceText("Licence publique\néléments"));
    }

    @Test
    void aJarWithoutLicenceHasNone() throws Exception {
        assertThat(LicenceText.of(TestJar.ofAModule().written())).isEmpty();
    }
}
