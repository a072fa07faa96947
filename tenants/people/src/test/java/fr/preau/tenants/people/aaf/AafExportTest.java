package fr.preau.tenants.people.aaf;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.Uai;
import fr.preau.tenants.CollegeDescriptor;
import fr.preau.tenants.people.InventedDepartement;
import fr.preau.tenants.people.TestDepartement;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AafExportTest {

    private static final Pattern FILE =
            Pattern.compile(
                    "ENT_Complet_20261101_(EtabEducNat|MefEducNat|MatiereEducNat|PersEducNat"
                            + "|PersRelEleve|Eleve)_[0-9]{4}\\.xml");
    private static final Pattern FICTION = Pattern.compile("(01 99 00|06 39 98)( [0-9]{2}){2}");
    private static final Uai SEVRES = new Uai("0921244C");
    private static final Uai OLD_ENCODING = new Uai("0921621M");

    private final InventedDepartement invented = TestDepartement.invented();
    private final AafExport export = new AafExport(invented);

    /** The entries of one file: its additions, and their attributes. */
    private record Read(int additions, List<Map.Entry<String, String>> values) {}

    @Test
    void theSameSeedWritesTheSameBytesInWhateverOrder(@TempDir Path one, @TempDir Path other)
            throws IOException {
        export.write(SEVRES, one);
        export.write(OLD_ENCODING, one);
        AafExport again = new AafExport(TestDepartement.invented());
        again.write(OLD_ENCODING, other);
        again.write(SEVRES, other);

        List<Path> files = files(one);
        assertThat(files(other)).hasSameSizeAs(files);
        for (Path file : files) {
            assertThat(other.resolve(one.relativize(file))).hasSameBinaryContentAs(file);
        }
    }

    @Test
    void everyFileIsWellNamedDeclaredAndShort(@TempDir Path out) throws Exception {
        for (Uai uai : List.of(SEVRES, OLD_ENCODING)) {
            String encoding = AafExport.charset(uai).name();
            for (Path file : files(export.write(uai, out))) {
                assertThat(file.getFileName().toString()).matches(FILE);
                List<String> lines = Files.readAllLines(file, AafExport.charset(uai));
                assertThat(lines)
                        .startsWith(
                                "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>",
                                "<!DOCTYPE ficAlimMENESR SYSTEM \"ficAlimMENESR.dtd\">",
                                "<ficAlimMENESR>");
                assertThat(read(file).additions).isBetween(1, AafExport.ENTRIES_PER_FILE);
            }
        }
    }

    @Test
    void aboutOneCollegeInSixDeliversInTheOldEncodingButNotSevres() {
        Charset latin9 = Charset.forName("ISO-8859-15");
        List<Uai> old =
                invented.departement().colleges().stream()
                        .map(CollegeDescriptor::uai)
                        .filter(uai -> AafExport.charset(uai).equals(latin9))
                        .toList();

        assertThat(old).hasSizeBetween(12, 20).contains(OLD_ENCODING).doesNotContain(SEVRES);
        assertThat(AafExport.charset(SEVRES)).isEqualTo(StandardCharsets.UTF_8);
    }

    @Test
    void whatWasWrittenIsReadBackInBothEncodings(@TempDir Path out) throws Exception {
        for (Uai uai : List.of(SEVRES, OLD_ENCODING)) {
            Map<String, Integer> counts = counts(export.write(uai, out));
            var college = invented.college(uai);

            assertThat(counts)
                    .containsEntry("EtabEducNat", 1)
                    .containsEntry("MefEducNat", 4)
                    .containsEntry("PersEducNat", college.staff().size())
                    .containsEntry("PersRelEleve", college.guardians().size())
                    .containsEntry("Eleve", college.descriptor().headcount().total());
            assertThat(values(out.resolve(uai.value()), "sn"))
                    .containsAll(
                            college.pupils().stream().map(pupil -> pupil.name().family()).toList());
        }
    }

    @Test
    void nobodyCanBeReached(@TempDir Path out) throws Exception {
        Path folder = export.write(SEVRES, out);

        assertThat(values(folder, "mail"))
                .hasSizeGreaterThan(1000)
                .allMatch(
                        mail ->
                                mail.isEmpty()
                                        || mail.endsWith(".invalid")
                                        || mail.endsWith(".example"));
        for (String phone : List.of("homePhone", "mobile", "ENTPersonMobileSMS")) {
            assertThat(values(folder, phone))
                    .isNotEmpty()
                    .allMatch(number -> number.isEmpty() || FICTION.matcher(number).matches());
        }
    }

    @Test
    void aRelationHasSixPartsAndPointsToAGuardianOfTheSameFolder(@TempDir Path out)
            throws Exception {
        Path folder = export.write(SEVRES, out);
        List<String> jointures = values(folder, "ENTPersonJointure");

        assertThat(values(folder, "ENTElevePersRelEleve"))
                .hasSizeGreaterThan(1000)
                .allMatch(
                        relation ->
                                relation.matches("[0-9]+\\$[0-9]+\\$[01]\\$[012]\\$[01]\\$[01]"))
                .extracting(relation -> relation.substring(0, relation.indexOf('$')))
                .isSubsetOf(jointures);
        assertThat(values(folder, "ENTAuxEnsClassesPrincipal")).contains("921244$5eB");
        assertThat(values(folder, "ENTPersonFonctions"))
                .contains("921244$ENS$ENSEIGNEMENT$L1300$MATHEMATIQUES")
                .anyMatch(function -> function.startsWith("921244$DIR$DIRECTION$"));
    }

    @Test
    void aSecondRunReplacesTheFirstAndLeavesNothingElse(@TempDir Path out) throws IOException {
        Path folder = export.write(SEVRES, out);
        Files.writeString(folder.resolve("ENT_Complet_20261101_Eleve_0099.xml"), "of a former run");

        export.write(SEVRES, out);

        assertThat(folder.resolve("ENT_Complet_20261101_Eleve_0099.xml")).doesNotExist();
        assertThat(out).isDirectoryNotContaining("glob:**/.*");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> entries = Files.walk(folder)) {
            return entries.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Map<String, Integer> counts(Path folder) throws Exception {
        Map<String, Integer> counts = new TreeMap<>();
        for (Path file : files(folder)) {
            String category = file.getFileName().toString().split("_", -1)[3];
            counts.merge(category, read(file).additions, Integer::sum);
        }
        return counts;
    }

    private static List<String> values(Path folder, String attribute) throws Exception {
        List<String> values = new ArrayList<>();
        for (Path file : files(folder)) {
            read(file).values.stream()
                    .filter(value -> value.getKey().equals(attribute))
                    .forEach(value -> values.add(value.getValue()));
        }
        return values;
    }

    private static Read read(Path file) throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        int additions = 0;
        String attribute = "";
        List<Map.Entry<String, String>> values = new ArrayList<>();
        try (InputStream stream = Files.newInputStream(file)) {
            XMLStreamReader xml = factory.createXMLStreamReader(stream);
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                switch (xml.getLocalName()) {
                    case "addRequest" -> additions++;
                    case "attr" -> attribute = xml.getAttributeValue(null, "name");
                    case "value" -> values.add(Map.entry(attribute, xml.getElementText()));
                    default -> {}
                }
            }
        }
        return new Read(additions, values);
    }
}
