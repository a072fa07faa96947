package fr.preau.core.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.api.school.Profile;
import fr.preau.api.school.Uai;
import fr.preau.core.imports.ImportOutcome.Counts;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AafImportTest {

    private static final Uai UAI = new Uai("0921244C");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

    private final CollegeDatabase database = CollegeDatabase.running();
    private String schema = "";
    @TempDir private Path folder = Path.of("");

    @BeforeEach
    void anEmptyCollege() {
        schema = database.freshCollege(UAI);
    }

    /** Two classes, four pupils, three guardians, a teacher, a CPE and a gestionnaire. */
    private static ADelivery aSmallCollege(Charset charset) {
        return ADelivery.in(charset, UAI, "5eA", "5eB")
                .guardian("900", "Zoé", "L’Hôpital")
                .guardian("901", "Hélène", "Cœur")
                .guardian("902", "Ömer", "Yıldız".replace("ı", "i"))
                .pupil("100", "Anaïs", "Cœur", "5eA", "901$10$1$1$1$1")
                .pupil("101", "Noël", "Cœur", "5eB", "901$10$0$1$1$0")
                .pupil("102", "Inès", "L’Hôpital".replace("’", "'"), "5eB", "900$10$1$1$1$1")
                .pupil("103", "Can", "Yildiz", "5eB", "902$20$1$2$0$0")
                .teacher("200", "Théo", "Bœuf", "5eA", "5eB")
                .staff("201", "Maud", "Prévôt", "EDU")
                .staff("202", "Ali", "Benaïssa", "GES", "ADM");
    }

    private static ADelivery aSmallCollege() {
        return aSmallCollege(java.nio.charset.StandardCharsets.UTF_8);
    }

    private ImportOutcome take(ADelivery delivery, LocalDate day) throws Exception {
        Path files = delivery.in(folder);
        try (Connection connection = database.connect(schema)) {
            ImportOutcome outcome =
                    new AafImport(connection, UAI, day, ImportProgress.SILENT).run(files);
            connection.commit();
            return outcome;
        }
    }

    @Test
    void everybodyOfADeliveryIsThereAfterwards() throws Exception {
        ImportOutcome outcome = take(aSmallCollege(), TODAY);

        assertThat(outcome.pupils()).isEqualTo(new Counts(4, 0, 0, 0));
        assertThat(outcome.guardians()).isEqualTo(new Counts(3, 0, 0, 0));
        assertThat(outcome.teachers()).isEqualTo(new Counts(1, 0, 0, 0));
        assertThat(outcome.staff()).isEqualTo(new Counts(2, 0, 0, 0));
        assertThat(outcome.classes()).isEqualTo(new Counts(2, 0, 0, 0));
        assertThat(ask("SELECT COUNT(*) FROM class_member")).isEqualTo("4");
        assertThat(ask("SELECT COUNT(*) FROM teaching")).isEqualTo("2");
        assertThat(ask("SELECT functions FROM person WHERE academic_id = '202'"))
                .isEqualTo("GESTIONNAIRE,ADMINISTRATOR");
        assertThat(
                        ask(
                                "SELECT CONCAT(city, '/', street) FROM person_contact c JOIN person"
                                        + " p ON p.id = c.person_id WHERE academic_id = '900'"))
                .isEqualTo("SÈVRES/3 rue des Écoles");
    }

    @Test
    void theFourPartsOfALinkBecomeRights() throws Exception {
        take(aSmallCollege(), TODAY);

        String rights =
                "SELECT CONCAT(legal, in_charge, payer, payee, contact) FROM guardianship g";
        assertThat(ask(rights + " JOIN person p ON p.id = g.child_id WHERE academic_id = '101'"))
                .isEqualTo("10001");
        assertThat(ask(rights + " JOIN person p ON p.id = g.child_id WHERE academic_id = '103'"))
                .isEqualTo("01100");
    }

    @Test
    void accentsSurviveInBothEncodings() throws Exception {
        String names =
                "SELECT GROUP_CONCAT(given_name, ' ', family_name ORDER BY academic_id) FROM person";
        ADelivery latin9 = aSmallCollege(Charset.forName("ISO-8859-15"));
        latin9.without("900").guardian("900", "Zoé", "L'Hôpital");
        take(latin9, TODAY);
        String inLatin9 = ask(names);
        schema = database.freshCollege(UAI);
        ADelivery utf8 = aSmallCollege();
        utf8.without("900").guardian("900", "Zoé", "L'Hôpital");
        take(utf8, TODAY);

        assertThat(inLatin9).contains("Anaïs Cœur", "Théo Bœuf", "Zoé L'Hôpital", "Ömer Yildiz");
        assertThat(ask(names)).isEqualTo(inLatin9);
    }

    @Test
    void theSameFilesTwiceWriteNothing() throws Exception {
        take(aSmallCollege(), TODAY);
        Path files = aSmallCollege().in(folder);

        try (Connection connection = database.connect(schema)) {
            long before = writes(connection);
            ImportOutcome again =
                    new AafImport(connection, UAI, TODAY.plusDays(1), ImportProgress.SILENT)
                            .run(files);

            assertThat(writes(connection)).isEqualTo(before);
            assertThat(again.rowsWritten()).isZero();
            assertThat(again.pupils()).isEqualTo(new Counts(0, 0, 0, 4));
            assertThat(again.guardians()).isEqualTo(new Counts(0, 0, 0, 3));
            assertThat(again.classes()).isEqualTo(new Counts(0, 0, 0, 2));
        }
    }

    @Test
    void whoIsMissingHasLeftAndIsTheSamePersonWhenBack() throws Exception {
        take(aSmallCollege(), TODAY);
        String identity = ask("SELECT id FROM person WHERE academic_id = '103'");

        ImportOutcome gone = take(aSmallCollege().without("103"), TODAY.plusDays(1));
        assertThat(gone.pupils()).isEqualTo(new Counts(0, 0, 1, 3));
        assertThat(ask("SELECT left_on FROM person WHERE academic_id = '103'"))
                .isEqualTo("2026-11-03");
        assertThat(ask("SELECT COUNT(*) FROM class_member")).isEqualTo("3");
        assertThat(ask("SELECT valid_until FROM guardianship WHERE child_id = '" + identity + "'"))
                .isEqualTo("2026-11-03");

        ImportOutcome back = take(aSmallCollege(), TODAY.plusDays(2));
        assertThat(back.pupils()).isEqualTo(new Counts(1, 0, 0, 3));
        assertThat(ask("SELECT id FROM person WHERE academic_id = '103' AND left_on IS NULL"))
                .isEqualTo(identity);
        assertThat(
                        ask(
                                "SELECT GROUP_CONCAT(valid_from, '/', COALESCE(valid_until, '')"
                                        + " ORDER BY valid_from) FROM guardianship WHERE child_id = '"
                                        + identity
                                        + "'"))
                .isEqualTo("2026-11-02/2026-11-03,2026-11-04/");
    }

    @Test
    void aDeliveryPutRightOnTheSameDayLeavesNoGapInALink() throws Exception {
        take(aSmallCollege(), TODAY);
        take(aSmallCollege().without("103"), TODAY.plusDays(1));
        take(aSmallCollege(), TODAY.plusDays(1));

        assertThat(ask("SELECT COUNT(*) FROM guardianship WHERE valid_until IS NULL"))
                .isEqualTo("4");
        assertThat(ask("SELECT COUNT(*) FROM guardianship")).isEqualTo("4");
    }

    @Test
    void aPupilWhoChangesClassIsInTheNewOneOnly() throws Exception {
        take(aSmallCollege(), TODAY);
        ImportOutcome outcome =
                take(
                        aSmallCollege().with("100", "ENTEleveClasses", ADelivery.HERE + "$5eB"),
                        TODAY.plusDays(1));

        assertThat(outcome.pupils()).isEqualTo(new Counts(0, 1, 0, 3));
        assertThat(outcome.guardians().changed()).isZero();
        assertThat(
                        ask(
                                "SELECT GROUP_CONCAT(c.name) FROM class_member m JOIN school_class c"
                                        + " ON c.id = m.class_id JOIN person p ON p.id = m.person_id"
                                        + " WHERE academic_id = '100'"))
                .isEqualTo("5eB");
    }

    @Test
    void changedRightsEndALinkAndBeginAnother() throws Exception {
        take(aSmallCollege(), TODAY);
        take(
                aSmallCollege().with("100", "ENTElevePersRelEleve", "901$10$0$0$1$0"),
                TODAY.plusDays(7));

        assertThat(
                        ask(
                                "SELECT GROUP_CONCAT(valid_from, ' ', legal ORDER BY valid_from) FROM"
                                        + " guardianship g JOIN person p ON p.id = g.child_id WHERE"
                                        + " academic_id = '100'"))
                .isEqualTo("2026-11-02 1,2026-11-09 0");
    }

    @Test
    void anEmptyValueErasesWhatWasKnown() throws Exception {
        take(aSmallCollege().with("900", "mobile", "01 99 00 00 01"), TODAY);
        assertThat(ask("SELECT COUNT(mobile) FROM person_contact")).isEqualTo("1");

        take(aSmallCollege(), TODAY.plusDays(1));
        assertThat(ask("SELECT COUNT(mobile) FROM person_contact")).isEqualTo("0");
    }

    @Test
    void aPupilMayBeBornOnTheTwentyNinthOfFebruary() throws Exception {
        take(aSmallCollege().with("100", "ENTPersonDateNaissance", "29/02/2012"), TODAY);

        assertThat(ask("SELECT birth_date FROM person WHERE academic_id = '100'"))
                .isEqualTo("2012-02-29");
    }

    /** Twenty of each kind. */
    private static ADelivery aBiggerCollege() {
        ADelivery college = ADelivery.of(UAI, "5eA");
        for (int i = 10; i < 30; i++) {
            college.guardian("9" + i, "Zoé", "Hardy")
                    .pupil("1" + i, "Anaïs", "Hardy", "5eA")
                    .teacher("2" + i, "Théo", "Roche", "5eA")
                    .staff("3" + i, "Maud", "Prévôt", "EDU");
        }
        return college;
    }

    private static ADelivery without(ADelivery college, String kind, int howMany) {
        for (int i = 0; i < howMany; i++) {
            college.without(kind + (10 + i));
        }
        return college;
    }

    @ParameterizedTest
    @CsvSource({"1, élèves", "9, responsables", "2, professeurs", "3, personnels"})
    void moreLeaversThanTheSafetyAllowsAreRefusedUnlessConfirmed(String kind, String word)
            throws Exception {
        take(aBiggerCollege(), TODAY);
        ADelivery few = without(aBiggerCollege(), kind, 13);

        assertThatThrownBy(() -> take(few, TODAY))
                .isInstanceOf(AafRefused.class)
                .hasMessageContaining("13 des 20 " + word + " manquent")
                .hasMessageContaining("au-delà de 30 %");
        assertThat(ask("SELECT COUNT(*) FROM person WHERE left_on IS NOT NULL")).isEqualTo("0");

        Path files = few.in(folder);
        try (Connection connection = database.connect(schema)) {
            new AafImport(connection, UAI, TODAY, ImportProgress.SILENT, 70).run(files);
            connection.commit();
        }
        assertThat(ask("SELECT COUNT(*) FROM person WHERE left_on IS NOT NULL")).isEqualTo("13");
    }

    @ParameterizedTest
    @CsvSource({"1, élèves", "9, responsables", "2, professeurs", "3, personnels"})
    void aKindOfPeopleThatIsGoneAltogetherIsRefused(String kind, String word) throws Exception {
        take(without(aBiggerCollege(), kind, 19), TODAY);

        assertThatThrownBy(() -> take(without(aBiggerCollege(), kind, 20), TODAY))
                .isInstanceOf(AafRefused.class)
                .hasMessageEndingWith(
                        "il n’y a plus de "
                                + word
                                + " dans ces fichiers, alors que le collège en a 1");
    }

    @Test
    void aSmallCollegeMayLoseThreeOfItsFourTeachers() throws Exception {
        take(without(aBiggerCollege(), "2", 16), TODAY);

        ImportOutcome outcome = take(without(aBiggerCollege(), "2", 19), TODAY.plusDays(1));

        assertThat(outcome.teachers()).isEqualTo(new Counts(0, 0, 3, 1));
    }

    @Test
    void aCollegeMayHaveNobodyOfAKindYet() throws Exception {
        assertThat(take(without(aBiggerCollege(), "3", 20), TODAY).staff())
                .isEqualTo(new Counts(0, 0, 0, 0));
    }

    @Test
    void progressEndsAtTheNumberOfEntries() throws Exception {
        List<String> heard = new ArrayList<>();
        Path files = aSmallCollege().in(folder);
        try (Connection connection = database.connect(schema)) {
            new AafImport(connection, UAI, TODAY, (done, total) -> heard.add(done + " of " + total))
                    .run(files);
        }

        assertThat(heard).last().isEqualTo("13 of 13");
    }

    @Test
    void aClassOrGroupElsewhereIsForTheOtherEstablishmentToSay() throws Exception {
        take(
                aSmallCollege()
                        .with(
                                "100",
                                "ENTEleveClasses",
                                "9999$5eA",
                                ADelivery.HERE + "$5eB",
                                "9999$not here$at all")
                        .with("100", "ENTEleveGroupes", "9999$LATIN"),
                TODAY);

        assertThat(
                        ask(
                                "SELECT GROUP_CONCAT(c.name) FROM class_member m JOIN school_class c"
                                        + " ON c.id = m.class_id JOIN person p ON p.id = m.person_id"
                                        + " WHERE academic_id = '100'"))
                .isEqualTo("5eB");
        assertThat(ask("SELECT COUNT(*) FROM group_member")).isEqualTo("0");
    }

    @Test
    void theFourLettersThatOnlyLatin9HasSurvive() throws Exception {
        ADelivery delivery =
                ADelivery.in(Charset.forName("ISO-8859-15"), UAI, "5eA")
                        .guardian("900", "Œnone", "d'Œuvre-Ÿ")
                        .pupil("100", "Zoé", "Cœur", "5eA", "900$10$1$1$1$1")
                        .with("900", "ENTPersonAdresse", "3 rue à 1 €$bât. œ$$")
                        .teacher("200", "Théo", "Roche", "5eA");
        take(delivery, TODAY);

        assertThat(
                        ask(
                                "SELECT CONCAT(given_name, ' ', family_name) FROM person WHERE"
                                        + " academic_id = '900'"))
                .isEqualTo("Œnone d'Œuvre-Ÿ");
        assertThat(ask("SELECT street FROM person_contact WHERE street LIKE '%€%'"))
                .isEqualTo("3 rue à 1 €\nbât. œ");
    }

    @Test
    void namesWithApostrophesAndOfFullLengthAreKeptAsTheyAre() throws Exception {
        String longest = "N’".repeat(50);
        take(aSmallCollege().with("100", "sn", longest).with("101", "sn", "O'Brien--'\"\\"), TODAY);

        assertThat(ask("SELECT family_name FROM person WHERE academic_id = '100'"))
                .isEqualTo(longest);
        assertThat(ask("SELECT family_name FROM person WHERE academic_id = '101'"))
                .isEqualTo("O'Brien--'\"\\");
    }

    @Test
    void aTeacherWhoIsAlsoAParentHereIsOnePersonWithBoth() throws Exception {
        ADelivery both =
                aSmallCollege()
                        .guardian("200", "Théo", "Bœuf")
                        .pupil("104", "Léo", "Bœuf", "5eA", "200$10$1$1$1$1");
        ImportOutcome outcome = take(both, TODAY);

        assertThat(outcome.teachers().added()).isEqualTo(1);
        assertThat(outcome.guardians().added()).isEqualTo(3);
        assertThat(
                        ask(
                                "SELECT CONCAT(p.profile, ' ', c.given_name) FROM guardianship g JOIN"
                                        + " person p ON p.id = g.adult_id JOIN person c ON c.id ="
                                        + " g.child_id WHERE p.academic_id = '200'"))
                .isEqualTo("TEACHER Léo");
        try (Connection connection = database.connect(schema)) {
            assertThat(CollegePerson.present(connection))
                    .filteredOn(person -> person.academicId().equals("200"))
                    .extracting(CollegePerson::profile)
                    .containsExactly(Profile.GUARDIAN, Profile.TEACHER);
        }
    }

    @Test
    void aParentWhoDoesNotTeachHereAnyMoreIsStillAParent() throws Exception {
        take(
                aSmallCollege()
                        .guardian("200", "Théo", "Bœuf")
                        .teacher("203", "Ada", "Roche", "5eA")
                        .pupil("104", "Léo", "Bœuf", "5eA", "200$10$1$1$1$1"),
                TODAY);
        take(
                aSmallCollege()
                        .without("200")
                        .guardian("200", "Théo", "Bœuf")
                        .teacher("203", "Ada", "Roche", "5eA")
                        .pupil("104", "Léo", "Bœuf", "5eA", "200$10$1$1$1$1"),
                TODAY.plusDays(1));

        assertThat(ask("SELECT profile FROM person WHERE academic_id = '200' AND left_on IS NULL"))
                .isEqualTo("GUARDIAN");
        try (Connection connection = database.connect(schema)) {
            assertThat(CollegePerson.present(connection))
                    .filteredOn(person -> person.academicId().equals("200"))
                    .extracting(CollegePerson::profile)
                    .containsExactly(Profile.GUARDIAN);
        }
    }

    private String ask(String sql) {
        return database.ask(schema, sql);
    }

    private static long writes(Connection connection) throws Exception {
        long sum = 0;
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SHOW SESSION STATUS WHERE Variable_name IN ('Com_insert',"
                                        + " 'Com_update', 'Com_delete')")) {
            while (row.next()) {
                sum += row.getLong(2);
            }
        }
        return sum;
    }
}
