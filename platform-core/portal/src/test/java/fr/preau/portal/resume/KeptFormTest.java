package fr.preau.portal.resume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptFormTest {

    private static KeptForm form(Map<String, List<String>> input) {
        return KeptForm.of("/c/sevres/communication/messages", input);
    }

    @Test
    void aFormComesBackAsItWasWhateverWasTyped() {
        Map<String, List<String>> input = new LinkedHashMap<>();
        input.put("to", List.of("person:1", "guardians:5eB"));
        input.put("subject", List.of("a=b&c?d+e%20f"));
        input.put("text", List.of("Ligne 1\r\nLigne 2 « é » \uD83C\uDFBE <b>\"'"));
        input.put("empty", List.of(""));
        KeptForm form = form(input);

        assertThat(KeptForm.read(form.encoded())).contains(form);
        assertThat(form.fields()).hasSize(5).extracting(KeptForm.Sent::name).startsWith("to", "to");
    }

    @Test
    void theNamesOfLostFilesTravelAlongAndAreNoText() {
        KeptForm form =
                KeptForm.of(
                        "/c/sevres/lost-and-found/items",
                        Map.of("title", List.of("Gant rouge")),
                        List.of("gant été.jpg", "b.jpg"));

        KeptForm read = KeptForm.read(form.encoded()).orElseThrow();

        assertThat(read.lostFiles()).containsExactly("gant été.jpg", "b.jpg");
        assertThat(read.texts()).containsExactly("Gant rouge");
        assertThat(form(Map.of("title", List.of("Gant"))).lostFiles()).isEmpty();
    }

    @Test
    void neitherTheTokenNorAPasswordIsKept() {
        KeptForm form =
                form(
                        Map.of(
                                "_token", List.of("t"),
                                "password", List.of("p"),
                                "newPassword", List.of("p"),
                                "text", List.of("Bonjour")));
        assertThat(form.fields()).containsExactly(new KeptForm.Sent("text", "Bonjour"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text=a",
                "//ailleurs.example/?text=a",
                "https://ailleurs.example/?text=a",
                "/sign-out?text=a",
                "/\\ailleurs.example?text=a",
                "/c/sevres?text=%zz",
                "/c/sevres\n?text=a"
            })
    void whatWeDidNotEncodeIsNoForm(String encoded) {
        assertThat(KeptForm.read(encoded)).isEmpty();
    }

    @Test
    void aFormIsOnlyKeptForAnAddressOfOurs() {
        assertThat(KeptForm.read(null)).isEmpty();
        assertThatThrownBy(() -> KeptForm.of("//ailleurs.example", Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theLongestMessageIsKeptAndANovelIsNot() {
        assertThat(form(Map.of("text", List.of("é".repeat(20_000)))).fits()).isTrue();
        KeptForm novel = form(Map.of("text", List.of("é".repeat(60_000))));
        assertThat(novel.fits()).isFalse();
        assertThat(KeptForm.read(novel.encoded())).isEmpty();
    }

    @Test
    void codesAreSentAlongButNotShownAsIfSomebodyHadTypedThem() {
        Map<String, List<String>> input = new LinkedHashMap<>();
        input.put("key", List.of("01935f2a-7f4c-7b1d-9d2e-0c9a1b2c3d4e"));
        input.put("to", List.of("person:01935f2a-7f4c-7b1d-9d2e-0c9a1b2c3d4f", "staff:x"));
        input.put("enabled", List.of("true"));
        input.put("profile", List.of("TEACHER"));
        input.put("seen", List.of("12"));
        input.put("subject", List.of("Piscine"));
        input.put("text", List.of("Mardi à 14 h."));
        assertThat(form(input).texts()).containsExactly("Piscine", "Mardi à 14 h.");
        assertThat(form(input).fields()).hasSize(8);
    }

    @Test
    void theAddressOfThePageInViewIsOnlyTakenFromOurOwnHost() {
        String page = "https://preau.example/departement/modules?search=s%C3%A8vres";
        assertThat(OwnAddress.within("preau.example", page))
                .isEqualTo("/departement/modules?search=s%C3%A8vres");
        assertThat(OwnAddress.within("ailleurs.example", page)).isEqualTo("/");
        assertThat(OwnAddress.within("preau.example", "https://preau.example//x")).isEqualTo("/");
        assertThat(OwnAddress.within("preau.example", "not an address")).isEqualTo("/");
        assertThat(OwnAddress.within("preau.example", null)).isEqualTo("/");
    }
}
