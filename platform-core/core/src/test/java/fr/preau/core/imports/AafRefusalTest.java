package fr.preau.core.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.preau.api.school.Uai;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What makes a delivery unacceptable, with the place and the reason that the operator reads. */
class AafRefusalTest {

    private static final Uai UAI = new Uai("0921244C");

    private final CollegeDatabase database = CollegeDatabase.running();
    private String schema = "";
    @TempDir private Path parent = Path.of("");

    @BeforeEach
    void anEmptyCollege() {
        schema = database.freshCollege(UAI);
    }

    private static ADelivery aDelivery() {
        return ADelivery.of(UAI, "5eA")
                .guardian("900", "Zoé", "Hardy")
                .pupil("100", "Anaïs", "Hardy", "5eA", "900$10$1$1$1$1")
                .teacher("200", "Théo", "Roche", "5eA");
    }

    private AafRefused refusal(Path folder) {
        try (Connection connection = database.connect(schema)) {
            AafRefused refused =
                    catchThrowableOfType(
                            AafRefused.class,
                            () ->
                                    new AafImport(
                                                    connection,
                                                    UAI,
                                                    LocalDate.of(2026, 11, 2),
                                                    ImportProgress.SILENT)
                                            .run(folder));
            assertThat(refused).as("refusal").isNotNull();
            connection.commit();
            assertThat(database.ask(schema, "SELECT COUNT(*) FROM person")).isEqualTo("0");
            assertThat(database.ask(schema, "SELECT COUNT(*) FROM school_class")).isEqualTo("0");
            return refused;
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private AafRefused refusal(ADelivery delivery) {
        return refusal(delivery.in(parent));
    }

    private AafRefused refusalOfEdited(String category, UnaryOperator<String> edit)
            throws IOException {
        Path folder = aDelivery().in(parent);
        Path file = ADelivery.file(folder, category);
        Files.writeString(file, edit.apply(Files.readString(file)));
        return refusal(folder);
    }

    @Test
    void malformedXmlIsRefusedWithItsLine() throws Exception {
        AafRefused refused =
                refusalOfEdited("Eleve", xml -> xml.replace("<identifier>", "<identifier"));

        assertThat(refused.file()).isEqualTo("ENT_Complet_20261102_Eleve_0000.xml");
        assertThat(refused.line()).isEqualTo(6);
        assertThat(refused).hasMessageEndingWith("ligne 6 : le XML est mal formé");
    }

    @Test
    void aTruncatedFileIsRefused() throws Exception {
        AafRefused refused =
                refusalOfEdited("Eleve", xml -> xml.substring(0, xml.indexOf("<value>Hardy")));

        assertThat(refused.reason()).isEqualTo("le fichier est tronqué");
        assertThat(refused.line()).isGreaterThan(6);
    }

    @Test
    void aFileCutInTheMiddleOfALetterIsTruncatedToo() throws Exception {
        Path folder = aDelivery().in(parent);
        Path file = ADelivery.file(folder, "Eleve");
        byte[] before = Files.readString(file).split("ï", 2)[0].getBytes(StandardCharsets.UTF_8);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), before.length + 1));

        assertThat(refusal(folder).reason()).isEqualTo("le fichier est tronqué");
    }

    @Test
    void anEmptyFileIsRefused() throws Exception {
        assertThat(refusalOfEdited("PersEducNat", xml -> "").reason())
                .isEqualTo("le fichier est tronqué");
    }

    @Test
    void aMissingJointureIsRefused() {
        AafRefused refused = refusal(aDelivery().with("100", "ENTPersonJointure"));

        assertThat(refused.reason()).isEqualTo("la jointure (ENTPersonJointure) manque");
        assertThat(refused.file()).contains("Eleve");
        assertThat(refused.line()).isEqualTo(4);
    }

    @Test
    void anUnknownCategoryOfFileIsRefused() throws Exception {
        Path folder = aDelivery().in(parent);
        Files.writeString(folder.resolve("ENT_Complet_20261102_Cantine_0000.xml"), "<x/>");

        assertThat(refusal(folder).reason()).isEqualTo("la catégorie « Cantine » est inconnue");
    }

    @Test
    void anUnknownCategoryOfEntryIsRefused() throws Exception {
        AafRefused refused =
                refusalOfEdited(
                        "Eleve", xml -> xml.replace("<value>Eleve</value>", "<value>Chat</value>"));

        assertThat(refused.reason()).contains("catégorie « Chat »");
        assertThat(refused.line()).isEqualTo(5);
    }

    @Test
    void aDayThatDoesNotExistIsRefused() {
        assertThat(refusal(aDelivery().with("100", "ENTPersonDateNaissance", "29/02/2013")))
                .hasMessageContaining("« 29/02/2013 »")
                .hasMessageContaining("JJ/MM/AAAA");
    }

    @Test
    void anUnknownClassOfAPupilIsRefused() {
        assertThat(refusal(aDelivery().with("100", "ENTEleveClasses", "4295$3eZ")).reason())
                .isEqualTo("l’établissement n’a pas de classe « 3eZ »");
    }

    @Test
    void anUnknownClassOfATeacherIsRefused() {
        AafRefused refused =
                refusal(aDelivery().with("200", "ENTAuxEnsClassesMatieres", "4295$3eZ$020700"));

        assertThat(refused.reason()).contains("« 3eZ »");
        assertThat(refused.file()).contains("PersEducNat");
    }

    @Test
    void theFilesOfAnotherCollegeAreRefused() {
        AafRefused refused =
                refusal(
                        ADelivery.of(new Uai("0921354X"), "5eA")
                                .guardian("900", "Zoé", "Hardy")
                                .pupil("100", "Anaïs", "Hardy", "5eA"));

        assertThat(refused.reason())
                .isEqualTo(
                        "l’établissement est 0921354X, alors que ces fichiers doivent être ceux de"
                                + " 0921244C");
    }

    @Test
    void aPupilOfAnotherCollegeIsRefused() {
        assertThat(refusal(aDelivery().with("100", "ENTPersonStructRattach", "4296")).reason())
                .isEqualTo("l’élève 100 est d’un autre établissement (4296)");
    }

    @Test
    void aTeacherOfAnotherCollegeIsRefused() {
        assertThat(
                        refusal(
                                aDelivery()
                                        .with("200", "ENTPersonStructRattach", "4296")
                                        .with("200", "ENTPersonFonctions", "4296$ENS$X$Y$Z")
                                        .with("200", "ENTAuxEnsClassesMatieres")))
                .hasMessageContaining("la personne 200 est d’un autre établissement");
    }

    @Test
    void aLinkWithTheWrongNumberOfPartsIsRefused() {
        assertThat(refusal(aDelivery().with("100", "ENTElevePersRelEleve", "900$10$1$1$1")))
                .hasMessageContaining("a 5 parties au lieu de 6");
    }

    @Test
    void aGuardianWhoIsNowhereIsRefused() {
        assertThat(refusal(aDelivery().without("900")).reason())
                .isEqualTo("le responsable 900 n’est pas dans les fichiers PersRelEleve");
    }

    @Test
    void aPersonWhoIsThereTwiceIsRefused() throws Exception {
        AafRefused refused =
                refusalOfEdited(
                        "PersRelEleve",
                        xml -> {
                            String entry =
                                    xml.substring(
                                            xml.indexOf("<addRequest>"),
                                            xml.indexOf("</ficAlimMENESR>"));
                            return xml.replace(entry, entry + entry);
                        });

        assertThat(refused.reason()).isEqualTo("la personne 900 est là deux fois");
        assertThat(refused.line()).isGreaterThan(10);
    }

    @Test
    void aFileThatAsksForALocalFileIsRefused() throws Exception {
        Path secret = Files.writeString(parent.resolve("secret.txt"), "the secret");
        AafRefused refused =
                refusalOfEdited(
                        "Eleve",
                        xml ->
                                xml.replace(
                                                "SYSTEM \"ficAlimMENESR.dtd\"",
                                                "[<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]")
                                        .replace("<value>Hardy</value>", "<value>&x;</value>"));

        assertThat(refused.reason())
                .isEqualTo("le fichier déclare ses propres entités XML, ce qui est interdit");
        assertThat(refused).hasMessageNotContaining("the secret");
    }

    @Test
    void aBillionLaughsAreRefusedAtOnce() throws Exception {
        StringBuilder laughs = new StringBuilder("[<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 12; i++) {
            laughs.append("<!ENTITY l").append(i).append(" \"");
            laughs.append(("&l" + (i - 1) + ";").repeat(10)).append("\">");
        }
        AafRefused refused =
                refusalOfEdited(
                        "Eleve",
                        xml ->
                                xml.replace(
                                                "SYSTEM \"ficAlimMENESR.dtd\"",
                                                laughs.append("]").toString())
                                        .replace("<value>Hardy</value>", "<value>&l11;</value>"));

        assertThat(refused.reason())
                .isEqualTo("le fichier déclare ses propres entités XML, ce qui est interdit");
    }

    @Test
    void anEntityThatNobodyDeclaredIsRefused() throws Exception {
        assertThat(refusalOfEdited("Eleve", xml -> xml.replace("Hardy", "&x;")).reason())
                .isEqualTo("le fichier se sert d’une entité XML, ce qui est interdit");
    }

    @Test
    void textInAnotherEncodingThanAnnouncedIsRefused() throws Exception {
        Path folder = aDelivery().in(parent);
        Path file = ADelivery.file(folder, "Eleve");
        Files.write(file, Files.readString(file).getBytes(Charset.forName("ISO-8859-15")));

        assertThat(refusal(folder).reason())
                .isEqualTo("le texte n’est pas dans l’encodage annoncé");
    }

    @Test
    void aMissingFileOfASeriesIsRefused() throws Exception {
        Path folder = aDelivery().in(parent);
        Path file = ADelivery.file(folder, "Eleve");
        Files.copy(file, folder.resolve("ENT_Complet_20261102_Eleve_0002.xml"));

        assertThat(refusal(folder).reason()).contains("il manque le fichier 0001");
    }

    @Test
    void aMissingCategoryIsRefused() throws Exception {
        Path folder = aDelivery().in(parent);
        Files.delete(ADelivery.file(folder, "PersRelEleve"));

        assertThat(refusal(folder).reason()).isEqualTo("il manque le fichier « PersRelEleve »");
    }

    @Test
    void anEndlessValueIsRefusedBeforeItFillsTheMemory() throws Exception {
        Path folder = aDelivery().in(parent);
        Path file = ADelivery.file(folder, "Eleve");
        String xml = Files.readString(file);
        Files.writeString(file, xml.replace("Anaïs", "a".repeat(1 << 22)), StandardCharsets.UTF_8);

        assertThat(refusal(folder).reason()).isEqualTo("une valeur dépasse 4000 caractères");
    }

    @Test
    void anAnnouncedEncodingThatTheTextIsNotInIsRefusedEitherWay() throws Exception {
        AafRefused refused =
                refusalOfEdited(
                        "Eleve",
                        xml ->
                                xml.replace("encoding=\"UTF-8\"", "encoding=\"ISO-8859-15\"")
                                        .replace("Anaïs", "Éloïse"));

        assertThat(refused.reason()).isEqualTo("le texte n’est pas dans l’encodage annoncé");
        assertThat(refused.line()).isEqualTo(11);
    }

    @Test
    void wrongBytesAreRefusedWithTheLineTheyStandIn() throws Exception {
        Path folder = aDelivery().in(parent);
        Path file = ADelivery.file(folder, "Eleve");
        Files.write(file, Files.readString(file).getBytes(Charset.forName("ISO-8859-15")));

        assertThat(refusal(folder).line()).isEqualTo(11);
    }

    @Test
    void anEncodingMayBeNamedInAnyWay() throws Exception {
        assertThat(
                        refusalOfEdited(
                                        "Eleve",
                                        xml ->
                                                xml.replace("UTF-8", "utf8")
                                                        .replace("$5eA<", "$5eZ<"))
                                .reason())
                .isEqualTo("l’établissement n’a pas de classe « 5eZ »");
    }

    @Test
    void anEncodingThatNoDeliveryHasIsRefused() throws Exception {
        assertThat(refusalOfEdited("Eleve", xml -> xml.replace("UTF-8", "UTF-16")).reason())
                .isEqualTo("l’encodage annoncé n’est ni UTF-8 ni ISO-8859-15");
    }

    @Test
    void aFileThatEndsWithoutItsLastTagIsTruncated() throws Exception {
        assertThat(refusalOfEdited("Eleve", xml -> xml.replace("</ficAlimMENESR>", "")).reason())
                .isEqualTo("le fichier est tronqué");
    }

    @Test
    void anInternalSubsetIsRefusedEvenIfItDeclaresNothing() throws Exception {
        assertThat(
                        refusalOfEdited(
                                        "Eleve",
                                        xml -> xml.replace("ficAlimMENESR.dtd\">", "x.dtd\" []>"))
                                .reason())
                .isEqualTo("le fichier déclare ses propres entités XML, ce qui est interdit");
    }

    @Test
    void anEntityBetweenElementsIsRefused() throws Exception {
        assertThat(refusalOfEdited("Eleve", xml -> xml.replace("<identifier>", "&x;<identifier>")))
                .hasMessageEndingWith("le fichier se sert d’une entité XML, ce qui est interdit");
    }

    @Test
    void anEndlessAttributeIsRefusedBeforeItFillsTheMemory() throws Exception {
        AafRefused refused =
                refusalOfEdited(
                        "Eleve",
                        xml ->
                                xml.replaceFirst(
                                        "name=\"sn\"", "name=\"" + "s".repeat(1 << 22) + "\""));

        assertThat(refused.reason()).isEqualTo("une balise ou une valeur est démesurée");
    }

    @Test
    void anAttributeWithALongNameIsRefused() throws Exception {
        assertThat(
                        refusalOfEdited(
                                        "Eleve",
                                        xml -> xml.replace("\"sn\"", "\"" + "s".repeat(101) + "\""))
                                .reason())
                .isEqualTo("le nom d’un attribut dépasse 100 caractères");
    }

    @Test
    void anEndlessCommentIsRefused() throws Exception {
        assertThat(
                        refusalOfEdited(
                                        "Eleve",
                                        xml ->
                                                xml.replace(
                                                        "<identifier>",
                                                        "<!-- "
                                                                + "<".repeat(1 << 20)
                                                                + " --><identifier>"))
                                .reason())
                .isEqualTo("une balise ou une valeur est démesurée");
    }

    @Test
    void anEntryThatDoesNotSayWhatItIsIsRefused() throws Exception {
        assertThat(
                        refusalOfEdited(
                                        "MefEducNat",
                                        xml -> xml.replace("categorieMef", "categoriePersonne"))
                                .reason())
                .isEqualTo("la catégorie de l’entrée (categorieMef) manque");
    }

    @Test
    void anEntryWithMoreOperationalAttributesIsWhatItsOwnOneSays() throws Exception {
        AafRefused refused =
                refusalOfEdited(
                        "Eleve",
                        xml ->
                                xml.replace(
                                                "<operationalAttributes>",
                                                "<operationalAttributes><attr name=\"categorieStructure\">"
                                                        + "<value>Eleve</value></attr>")
                                        .replace(
                                                "name=\"categoriePersonne\"><value>Eleve<",
                                                "name=\"categoriePersonne\"><value>Chat<"));

        assertThat(refused.reason()).contains("catégorie « Chat »");
    }

    @Test
    void aFolderOfMoreThanSixtyFourMegabytesIsRefusedUnread() throws Exception {
        Path folder = aDelivery().in(parent);
        for (int number = 1; number <= 5; number++) {
            Path file = folder.resolve("ENT_Complet_20261102_Eleve_000" + number + ".xml");
            try (RandomAccessFile hollow = new RandomAccessFile(file.toFile(), "rw")) {
                hollow.setLength(13L << 20);
            }
        }

        AafRefused refused = refusal(folder);
        assertThat(refused.reason()).isEqualTo("les fichiers dépassent ensemble 64 Mo");
        assertThat(refused.file()).isEqualTo(folder.getFileName().toString());
    }

    @Test
    void aFolderOfTooManyFilesIsRefusedUnread() throws Exception {
        Path folder = aDelivery().in(parent);
        for (int number = 1; number <= 500; number++) {
            Files.createFile(
                    folder.resolve(
                            String.format(
                                    Locale.ROOT, "ENT_Complet_20261102_Eleve_%04d.xml", number)));
        }

        assertThat(refusal(folder).reason()).isEqualTo("le dossier a plus de 500 fichiers");
    }

    @Test
    void aPupilWithMoreLinksThanAFamilyHasIsRefused() {
        String[] links = new String[51];
        ADelivery delivery = aDelivery();
        for (int i = 0; i < links.length; i++) {
            delivery.guardian("8" + i, "Zoé", "Hardy");
            links[i] = "8" + i + "$10$1$1$1$1";
        }

        AafRefused refused = refusal(delivery.with("100", "ENTElevePersRelEleve", links));
        assertThat(refused.reason())
                .isEqualTo("l’attribut ENTElevePersRelEleve a plus de 50 valeurs");
        assertThat(refused.file()).contains("Eleve");
    }

    @Test
    void aDateInAnotherFormatIsRefused() {
        for (String wrong : List.of("2013-05-12", "12/5/2013", "12/05/13", "31/04/2013")) {
            AafRefused refused = refusal(aDelivery().with("100", "ENTPersonDateNaissance", wrong));

            assertThat(refused.reason())
                    .isEqualTo(
                            "« "
                                    + wrong
                                    + " » (ENTPersonDateNaissance) n’est pas une date JJ/MM/AAAA");
            assertThat(refused.line()).isEqualTo(4);
        }
    }

    @Test
    void aNameOfSpacesOnlyIsRefused() {
        assertThat(refusal(aDelivery().with("100", "sn", "   ")).reason())
                .isEqualTo("l’attribut sn manque ou est vide");
        assertThat(refusal(aDelivery().with("900", "givenName", "\u00a0 ")).reason())
                .isEqualTo("l’attribut givenName manque ou est vide");
    }

    @ParameterizedTest
    @CsvSource({
        "100, sn, 100",
        "100, givenName, 100",
        "100, ENTPersonNomPatro, 100",
        "100, ENTPersonAutresPrenoms, 200",
        "100, personalTitle, 20",
        "100, ENTEleveINE, 20",
        "100, ENTEleveMEF, 20",
        "100, ENTEleveLibelleMEF, 100",
        "100, ENTEleveNivFormation, 60",
        "100, ENTEleveRegime, 60",
        "900, ENTPersonAdresse, 400",
        "900, ENTPersonCodePostal, 20",
        "900, ENTPersonVille, 100",
        "900, ENTPersonPays, 100",
        "900, homePhone, 40",
        "900, telephoneNumber, 40",
        "900, mobile, 40",
        "900, mail, 254",
        "900, ENTPersonMobileSMS, 40",
    })
    void aTextLongerThanItsColumnIsRefusedByNameAndNotByTheDatabase(
            String who, String attribute, int longest) throws Exception {
        ADelivery delivery = aDelivery().with("900", "homePhone");
        AafRefused refused = refusal(delivery.with(who, attribute, "x".repeat(longest + 1)));
        assertThat(refused.reason())
                .isEqualTo("l’attribut " + attribute + " dépasse " + longest + " caractères");
        assertThat(refused.line()).isEqualTo(4);

        Path folder = delivery.with(who, attribute, "x".repeat(longest)).in(parent);
        try (Connection connection = database.connect(schema)) {
            ImportOutcome outcome =
                    new AafImport(connection, UAI, LocalDate.of(2026, 11, 2), ImportProgress.SILENT)
                            .run(folder);
            assertThat(outcome.pupils().added()).isEqualTo(1);
        }
    }

    @Test
    void aPersonWhoIsInTwoFilesOfOneCategoryIsRefused() throws Exception {
        Path folder = aDelivery().in(parent);
        Files.copy(
                ADelivery.file(folder, "Eleve"),
                folder.resolve("ENT_Complet_20261102_Eleve_0001.xml"));

        AafRefused refused = refusal(folder);
        assertThat(refused.reason()).isEqualTo("la personne 100 est là deux fois");
        assertThat(refused.file()).isEqualTo("ENT_Complet_20261102_Eleve_0001.xml");
        assertThat(refused.line()).isEqualTo(4);
    }

    @Test
    void aSubjectThatIsThereTwiceIsRefused() throws Exception {
        Path folder = aDelivery().in(parent);
        Files.copy(
                ADelivery.file(folder, "MatiereEducNat"),
                folder.resolve("ENT_Complet_20261102_MatiereEducNat_0001.xml"));

        assertThat(refusal(folder).reason()).isEqualTo("la matière 020700 est là deux fois");
    }

    @Test
    void aPupilWhoIsAlsoAnAdultIsRefused() {
        AafRefused refused = refusal(aDelivery().guardian("100", "Anaïs", "Hardy"));

        assertThat(refused.reason()).isEqualTo("la personne 100 est là deux fois");
        assertThat(refused.file()).contains("Eleve");
    }
}
