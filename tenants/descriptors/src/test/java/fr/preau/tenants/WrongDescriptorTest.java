package fr.preau.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.preau.api.school.ModuleOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrongDescriptorTest {

    private static final String SEVRES = "0921244C-sevres.yaml";
    private static final String VAUCRESSON = "0922143E-vaucresson.yaml";
    private static final Set<String> MODULES = Set.of("communication", "canteen", "payment");

    private Path folder;

    @BeforeEach
    void aFolderOfTwoColleges(@TempDir Path folder) throws IOException {
        this.folder = folder;
        for (String name : new String[] {SEVRES, VAUCRESSON}) {
            Files.copy(Path.of("../hauts-de-seine", name), folder.resolve(name));
        }
        Files.writeString(
                folder.resolve("departement.yaml"),
                """
                name: Hauts-de-Seine
                number: "92"
                academie:
                  name: Versailles
                  code: 25
                place:
                  name: Département des Hauts-de-Seine
                  commune: Nanterre
                  street: 57 rue des Longues Raies
                  postcode: "92000"
                  accent: "#1f4e79"
                  modules: [communication]
                prepared-smallest: 1
                """);
    }

    @Test
    void theUntouchedFolderIsRead() throws IOException {
        Departement departement = DescriptorFolder.read(folder, MODULES);

        assertThat(departement.active()).extracting(CollegeDescriptor::slug).containsOnly("sevres");
        assertThat(departement.prepared())
                .extracting(CollegeDescriptor::slug)
                .containsOnly("vaucresson");
    }

    @Test
    void theDepartementHasAPlaceOfItsOwn() throws IOException {
        OwnPlace place = DescriptorFolder.read(folder, MODULES).place();

        assertThat(place.uai()).hasToString("0920000A");
        assertThat(place.college().name()).isEqualTo("Département des Hauts-de-Seine");
        assertThat(place.modules()).containsExactly("communication");
    }

    @Test
    void whatIsWrongWithThePlaceOfTheDepartementIsRefused() throws IOException {
        change("departement.yaml", "\"92\"", "\"2A\"");
        assertRefused("departement.yaml", 2).contains("two or three digits");

        change("departement.yaml", "\"2A\"", "\"92\"");
        change("departement.yaml", "[communication]", "[cantine]");
        assertRefused("departement.yaml", 12).contains("unknown module « cantine »");
    }

    @Test
    void noCollegeIsCalledLikeTheDepartement() throws IOException {
        change(SEVRES, "slug: sevres", "slug: departement");

        assertRefused(SEVRES, 2).contains("is the Département itself");
    }

    @Test
    void twoCollegesCantHaveOneUai() throws IOException {
        change(VAUCRESSON, "0922143E", "0921244C");

        assertRefused(VAUCRESSON, 1).contains("0921244C").contains(SEVRES);
    }

    @Test
    void theCheckLetterOfTheUaiMustBeRight() throws IOException {
        change(SEVRES, "0921244C", "0921244D");

        assertRefused(SEVRES, 1).contains("check letter").contains("should be C");
    }

    @Test
    void aModuleThatNobodyKnowsIsRefused() throws IOException {
        change(SEVRES, "[communication, canteen]", "[communication, cantine]");

        assertRefused(SEVRES, 20).contains("unknown module « cantine »");
    }

    @Test
    void aCollegeAllowsNothingOfItsOwnUnlessItSaysSo() throws IOException {
        change(
                SEVRES,
                "modules: [communication, canteen]",
                "modules: [communication]\noptions: [communication.pupils-write-to-their-class]");

        Departement departement = DescriptorFolder.read(folder, MODULES);

        assertThat(departement.active().get(0).college().options())
                .containsExactly(new ModuleOption("communication", "pupils-write-to-their-class"));
        assertThat(departement.prepared().get(0).college().options()).isEmpty();
    }

    @Test
    void anOptionBelongsToAModuleThatIsKnown() throws IOException {
        change(
                SEVRES,
                "modules: [communication, canteen]",
                "modules: [communication]\noptions: [cantine.pupils-choose]");

        assertRefused(SEVRES, 21).contains("unknown module « cantine »");
    }

    @Test
    void anOptionIsAModuleAndWhatItAllows() throws IOException {
        change(
                SEVRES,
                "modules: [communication, canteen]",
                "modules: [communication]\noptions:\n  - communication.Écrire");

        assertRefused(SEVRES, 22).contains("« communication.Écrire » is not an option");
    }

    @Test
    void whiteTextMustBeReadableOnTheAccent() throws IOException {
        change(SEVRES, "#0f6b6b", "#40c0c0");

        assertRefused(SEVRES, 12).contains("contrast").contains("4.5");
    }

    @Test
    void anAccentIsAColour() throws IOException {
        change(SEVRES, "#0f6b6b", "teal");

        assertRefused(SEVRES, 12).contains("« teal » is not a colour");
    }

    @Test
    void twoCollegesCantHaveOneSlug() throws IOException {
        change(VAUCRESSON, "slug: vaucresson", "slug: sevres");

        assertRefused(VAUCRESSON, 2).contains("sevres is already taken by " + SEVRES);
    }

    @Test
    void aSlugHasOnlySmallLettersDigitsAndHyphens() throws IOException {
        change(SEVRES, "slug: sevres", "slug: Sèvres");

        assertRefused(SEVRES, 2).contains("« Sèvres » is not a slug");
    }

    @Test
    void aFileIsNamedAfterItsCollege() throws IOException {
        change(SEVRES, "slug: sevres", "slug: sevres-centre");

        assertRefused(SEVRES, 1).contains("0921244C-sevres-centre.yaml");
    }

    @Test
    void aKeyThatNobodyKnowsIsRefused() throws IOException {
        change(SEVRES, "commune: Sèvres", "commune: Sèvres\ncolour: red");

        assertRefused(SEVRES, 5).contains("unknown key « colour »");
    }

    @Test
    void aKeyStandsOnce() throws IOException {
        change(SEVRES, "commune: Sèvres", "commune: Sèvres\ncommune: Meudon");

        assertRefused(SEVRES, 5).contains("« commune » stands twice");
    }

    @Test
    void noKeyMayBeMissing() throws IOException {
        change(SEVRES, "  insee: \"92072\"\n", "");

        assertRefused(SEVRES, 6).contains("missing [insee]");
    }

    @Test
    void aHeadCountIsNotNegative() throws IOException {
        change(SEVRES, "4e: 256", "4e: -256");

        assertRefused(SEVRES, 16).contains("-256 is not between 0 and 999");
    }

    @Test
    void aHeadCountIsANumber() throws IOException {
        change(SEVRES, "4e: 256", "4e: many");

        assertRefused(SEVRES, 16).contains("« many » is not a whole number");
    }

    @Test
    void aWrongPostcodeIsRefusedAtItsOwnLine() throws IOException {
        change(SEVRES, "postcode: \"92310\"", "postcode: \"9231\"");

        assertRefused(SEVRES, 7).contains("« 9231 » is not a postcode");
    }

    @Test
    void aWrongInseeCodeIsRefusedAtItsOwnLine() throws IOException {
        change(SEVRES, "insee: \"92072\"", "insee: \"Sèvres\"");

        assertRefused(SEVRES, 8).contains("« Sèvres » is not an INSEE code");
    }

    @Test
    void anEmptyNameIsRefusedAtItsOwnLine() throws IOException {
        change(SEVRES, "name: Collège de Sèvres", "name:");

        assertRefused(SEVRES, 3).contains("a text is expected");
    }

    @Test
    void aLongitudeBeyondTheMapIsRefusedAtItsOwnLine() throws IOException {
        change(SEVRES, "lon: 2.21323", "lon: 221.323");

        assertRefused(SEVRES, 11).contains("221.323 is not between -180.0 and 180.0");
    }

    @Test
    void anUnknownKeyOfASectionIsNamedWithItsLine() throws IOException {
        change(SEVRES, "  insee:", "  floor: 2\n  insee:");

        assertRefused(SEVRES, 8).contains("unknown key « floor »");
    }

    @Test
    void aNameFitsIntoItsColumn() throws IOException {
        change(SEVRES, "name: Collège de Sèvres", "name: " + "é".repeat(121));

        assertRefused(SEVRES, 3).contains("has 121 characters, more than 120");
    }

    @Test
    void aCommuneFitsIntoItsColumn() throws IOException {
        change(SEVRES, "commune: Sèvres", "commune: " + "é".repeat(81));

        assertRefused(SEVRES, 4).contains("has 81 characters, more than 80");
    }

    @Test
    void aStreetFitsIntoItsColumn() throws IOException {
        change(SEVRES, "street: Parvis Charles de Gaulle", "street: " + "é".repeat(161));

        assertRefused(SEVRES, 6).contains("has 161 characters, more than 160");
    }

    @Test
    void aSlugIsShort() throws IOException {
        change(SEVRES, "slug: sevres", "slug: " + "s".repeat(49));

        assertRefused(SEVRES, 2).contains("has 49 characters, more than 48");
    }

    @Test
    void aFileWithAnotherEndingOfYamlIsRefusedNotPassedOver() throws IOException {
        Files.move(folder.resolve(VAUCRESSON), folder.resolve("0922143E-vaucresson.yml"));

        assertRefused("0922143E-vaucresson.yml", 1).contains("should end with .yaml");
    }

    @Test
    void theSharedFileNamesItsLinesToo() throws IOException {
        change("departement.yaml", "  name: Versailles", "  name:");

        assertRefused("departement.yaml", 4).contains("a text is expected");
    }

    @Test
    void aFileThatIsNotYamlIsRefused() throws IOException {
        change(SEVRES, "name: Collège de Sèvres", "name: Collège: de Sèvres");

        assertRefused(SEVRES, 3).contains("not YAML");
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        Files.writeString(folder.resolve(SEVRES), "");

        assertRefused(SEVRES, 1).contains("empty");
    }

    @Test
    void aFileInAnotherEncodingIsRefused() throws IOException {
        String text = Files.readString(folder.resolve(SEVRES));
        Files.writeString(folder.resolve(SEVRES), text, StandardCharsets.ISO_8859_1);

        assertRefused(SEVRES, 1).contains("not UTF-8");
    }

    @Test
    void noMoreCollegesCanBePreparedThanThereAre() throws IOException {
        change("departement.yaml", "prepared-smallest: 1", "prepared-smallest: 3");

        assertRefused("departement.yaml", 13).contains("3 is not between 0 and 2");
    }

    private void change(String file, String from, String to) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(folder.resolve(file), text.replace(from, to));
    }

    private AbstractStringAssert<?> assertRefused(String file, int line) {
        DescriptorException refusal =
                catchThrowableOfType(
                        DescriptorException.class, () -> DescriptorFolder.read(folder, MODULES));
        assertThat(refusal).hasMessageContaining(file + ", line " + line + ": ");
        assertThat(refusal.line()).isEqualTo(line);
        return assertThat(refusal.reason());
    }
}
