package fr.preau.core.imports;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import fr.preau.api.school.StaffFunction;
import fr.preau.api.school.Uai;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
}
