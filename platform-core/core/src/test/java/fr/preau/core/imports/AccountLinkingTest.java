package fr.preau.core.imports;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import fr.preau.api.school.StaffFunction;
import fr.preau.api.school.Uai;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountLinkingTest {

    private static final Uai SEVRES = new Uai("0921244C");
    private static final Uai CHATILLON = new Uai("0921354X");
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-02T06:00:00Z"), ZoneOffset.UTC);

    private final CollegeDatabase database = CollegeDatabase.running();
    private String platform = "";

    @BeforeEach
    void anEmptyPlatform() {
        platform = database.freshPlatform(SEVRES, CHATILLON);
    }

    private static CollegePerson someone(
            Uai uai, String academicId, String given, String family, Profile profile) {
        return new CollegePerson(
                new PersonId(
                        UUID.nameUUIDFromBytes(
                                (uai + academicId).getBytes(StandardCharsets.UTF_8))),
                academicId,
                given,
                family,
                profile,
                profile == Profile.STAFF ? Set.of(StaffFunction.CPE) : Set.of());
    }

    private AccountLinking.Outcome link(Uai uai, CollegePerson... people) throws Exception {
        return link(uai, List.of(people));
    }

    private AccountLinking.Outcome link(Uai uai, List<CollegePerson> people) throws Exception {
        try (Connection connection = database.connect(platform)) {
            AccountLinking.Outcome outcome = new AccountLinking(connection, uai, CLOCK).run(people);
            connection.commit();
            return outcome;
        }
    }

    private String ask(String sql) {
        return database.ask(platform, sql);
    }

    @Test
    void oneHumanInTwoCollegesHasOneAccountAndTwoMemberships() throws Exception {
        link(SEVRES, someone(SEVRES, "900", "Zoé", "Hardy", Profile.GUARDIAN));
        AccountLinking.Outcome second =
                link(CHATILLON, someone(CHATILLON, "900", "Zoé", "Hardy", Profile.GUARDIAN));

        assertThat(second).isEqualTo(new AccountLinking.Outcome(0, 0, 1, 0, 0));
        assertThat(ask("SELECT COUNT(*) FROM account")).isEqualTo("1");
        assertThat(ask("SELECT COUNT(DISTINCT uai, person_id) FROM membership")).isEqualTo("2");
    }

    @Test
    void loginsAreTheNameInPlainLettersAndANumberWhenItIsTaken() throws Exception {
        link(
                SEVRES,
                someone(SEVRES, "1", "Anaïs", "L’Hôpital", Profile.PUPIL),
                someone(SEVRES, "2", "Anaïs", "L'Hopital", Profile.PUPIL),
                someone(SEVRES, "3", "Jean-Noël", "De La Cœur", Profile.TEACHER));
        link(CHATILLON, someone(CHATILLON, "4", "ANAIS", "LHOPITAL", Profile.PUPIL));

        assertThat(ask("SELECT GROUP_CONCAT(login ORDER BY academic_id) FROM account"))
                .isEqualTo("anais.lhopital,anais.lhopital2,jean-noel.de-la-coeur,anais.lhopital3");
        assertThat(ask("SELECT COUNT(password_hash) FROM account")).isEqualTo("0");
    }

    @Test
    void manyPeopleOfOneNameAllGetALogin() throws Exception {
        List<CollegePerson> people = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
            people.add(someone(SEVRES, "p" + i, "Marie", "Martin", Profile.PUPIL));
        }
        link(SEVRES, people);
        link(CHATILLON, someone(CHATILLON, "x", "Marie", "Martin", Profile.PUPIL));

        assertThat(ask("SELECT COUNT(DISTINCT login) FROM account")).isEqualTo("701");
        assertThat(ask("SELECT login FROM account WHERE academic_id = 'x'"))
                .isEqualTo("marie.martin701");
    }

    @Test
    void aLoginStaysShortAndInAsciiWhateverTheName() throws Exception {
        link(
                SEVRES,
                someone(SEVRES, "1", "Maximilien".repeat(10), "De".repeat(50), Profile.PUPIL),
                someone(SEVRES, "2", "小明", "王", Profile.PUPIL));

        assertThat(ask("SELECT MAX(LENGTH(login)) FROM account")).isEqualTo("73");
        assertThat(ask("SELECT login FROM account WHERE academic_id = '2'"))
                .isEqualTo("personne.personne");
    }

    @Test
    void aNewNameChangesTheAccountButNotTheLogin() throws Exception {
        link(SEVRES, someone(SEVRES, "1", "Anne", "Roche", Profile.STAFF));
        AccountLinking.Outcome outcome =
                link(SEVRES, someone(SEVRES, "1", "Anne", "Roche-Petit", Profile.STAFF));

        assertThat(outcome).isEqualTo(new AccountLinking.Outcome(0, 1, 0, 0, 0));
        assertThat(ask("SELECT CONCAT(login, ' ', family_name) FROM account"))
                .isEqualTo("anne.roche Roche-Petit");
        assertThat(ask("SELECT functions FROM membership")).isEqualTo("CPE");
    }

    @Test
    void whoHasLeftKeepsTheAccountAndLosesTheMembership() throws Exception {
        CollegePerson anne = someone(SEVRES, "1", "Anne", "Roche", Profile.TEACHER);
        CollegePerson theo = someone(SEVRES, "2", "Théo", "Roche", Profile.TEACHER);
        link(SEVRES, anne, theo);
        link(CHATILLON, someone(CHATILLON, "2", "Théo", "Roche", Profile.TEACHER));

        assertThat(link(SEVRES, anne)).isEqualTo(new AccountLinking.Outcome(0, 0, 0, 0, 1));
        assertThat(ask("SELECT COUNT(*) FROM account")).isEqualTo("2");
        assertThat(ask("SELECT COUNT(*) FROM membership")).isEqualTo("2");
    }

    @Test
    void theSamePeopleAgainChangeNothing() throws Exception {
        CollegePerson anne = someone(SEVRES, "1", "Anne", "Roche", Profile.STAFF);
        link(SEVRES, anne);

        assertThat(link(SEVRES, anne)).isEqualTo(new AccountLinking.Outcome(0, 0, 0, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Marie.Martin", "márie.martïn", "MARIE.MARTIN"})
    void aLoginThatAnOperatorHasIsNotTakenOverHoweverItIsWritten(String login) throws Exception {
        operator(login);

        AccountLinking.Outcome outcome =
                link(
                        SEVRES,
                        someone(SEVRES, "1", "Marie", "Martin", Profile.PUPIL),
                        someone(SEVRES, "2", "Marie", "Martin", Profile.PUPIL));

        assertThat(outcome.accountsAdded()).isEqualTo(2);
        assertThat(ask("SELECT CONCAT(login, ' ', given_name) FROM account WHERE operator"))
                .isEqualTo(login + " Opérateur");
        assertThat(ask("SELECT COUNT(*) FROM account WHERE operator AND academic_id IS NULL"))
                .isEqualTo("1");
        assertThat(
                        ask(
                                "SELECT GROUP_CONCAT(login ORDER BY academic_id) FROM account"
                                        + " WHERE academic_id IS NOT NULL"))
                .isEqualTo("marie.martin2,marie.martin3");
    }

    private void operator(String login) throws Exception {
        try (Connection connection = database.connect(platform);
                PreparedStatement statement =
                        connection.prepareStatement(
                                "INSERT INTO account (id, login, given_name, family_name, operator,"
                                        + " created_at) VALUES (UUID(), ?, 'Opérateur', 'du"
                                        + " Département', TRUE, NOW())")) {
            statement.setString(1, login);
            statement.executeUpdate();
            connection.commit();
        }
    }

    @Test
    void twoCollegesLinkedAtTheSameTimeGiveNoLoginTwice() throws Exception {
        List<CollegePerson> here = new ArrayList<>();
        List<CollegePerson> there = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            here.add(someone(SEVRES, "a" + i, "Marie", "Martin", Profile.PUPIL));
            there.add(someone(CHATILLON, "b" + i, "Marie", "Martin", Profile.PUPIL));
        }
        // Both know the guardian; only one of them may make the account.
        here.add(someone(SEVRES, "900", "Zoé", "Hardy", Profile.GUARDIAN));
        there.add(someone(CHATILLON, "900", "Zoé", "Hardy", Profile.GUARDIAN));
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Future<AccountLinking.Outcome> first =
                threads.submit(() -> linkTogether(together, SEVRES, here));
        Future<AccountLinking.Outcome> second =
                threads.submit(() -> linkTogether(together, CHATILLON, there));
        int added = first.get().accountsAdded() + second.get().accountsAdded();
        threads.shutdown();

        assertThat(added).isEqualTo(101);
        assertThat(ask("SELECT COUNT(DISTINCT login) FROM account")).isEqualTo("101");
        assertThat(ask("SELECT COUNT(*) FROM membership")).isEqualTo("102");
    }

    private AccountLinking.Outcome linkTogether(
            CyclicBarrier together, Uai uai, List<CollegePerson> people) throws Exception {
        together.await(20, TimeUnit.SECONDS);
        return link(uai, people);
    }

    @Test
    void inWhicheverOrderTwoCollegesDeliverSomebodyTheAccountIsOne() throws Exception {
        CollegePerson teacherHere = someone(SEVRES, "7", "Awa", "Sow", Profile.TEACHER);
        CollegePerson guardianThere = someone(CHATILLON, "7", "Awa", "Sow", Profile.GUARDIAN);
        link(CHATILLON, guardianThere);
        link(SEVRES, teacherHere);
        String account = ask("SELECT id FROM account");

        link(SEVRES, teacherHere);
        link(CHATILLON, guardianThere);

        assertThat(
                        ask(
                                "SELECT GROUP_CONCAT(uai, ' ', profile ORDER BY uai) FROM membership"
                                        + " WHERE account_id = '"
                                        + account
                                        + "'"))
                .isEqualTo("0921244C TEACHER,0921354X GUARDIAN");
        assertThat(ask("SELECT COUNT(*) FROM account")).isEqualTo("1");
    }

    @Test
    void aTeacherWhoBecomesAParentElsewhereKeepsAccountAndLogin() throws Exception {
        link(SEVRES, someone(SEVRES, "7", "Awa", "Sow", Profile.TEACHER));
        String before = ask("SELECT CONCAT(id, login) FROM account");

        assertThat(link(CHATILLON, someone(CHATILLON, "7", "Awa", "Sow", Profile.GUARDIAN)))
                .isEqualTo(new AccountLinking.Outcome(0, 0, 1, 0, 0));
        assertThat(ask("SELECT CONCAT(id, login) FROM account")).isEqualTo(before);
    }

    @Test
    void whoLeavesOneCollegeStaysAtTheOther() throws Exception {
        CollegePerson other = someone(SEVRES, "8", "Ada", "Roche", Profile.GUARDIAN);
        link(SEVRES, someone(SEVRES, "7", "Awa", "Sow", Profile.GUARDIAN), other);
        link(CHATILLON, someone(CHATILLON, "7", "Awa", "Sow", Profile.GUARDIAN));
        String before = ask("SELECT CONCAT(id, login) FROM account WHERE academic_id = '7'");

        link(SEVRES, other);

        assertThat(ask("SELECT CONCAT(id, login) FROM account WHERE academic_id = '7'"))
                .isEqualTo(before);
        assertThat(
                        ask(
                                "SELECT GROUP_CONCAT(m.uai) FROM membership m JOIN account a"
                                        + " ON a.id = m.account_id WHERE academic_id = '7'"))
                .isEqualTo(CHATILLON.value());
    }
}
