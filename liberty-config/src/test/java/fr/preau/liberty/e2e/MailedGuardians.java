package fr.preau.liberty.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.liberty.e2e.RunningPreau.Preau;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** The guardians of a class of Sèvres, of whom each has an address, and a letter to them. */
final class MailedGuardians {

    private static final Duration TAKEN = Duration.ofSeconds(60);

    private static final String HERE = "preau_c_0921244c.";

    private static final String LARGEST_CLASS =
            "SELECT class_id FROM "
                    + HERE
                    + "class_member GROUP BY class_id ORDER BY COUNT(*) DESC LIMIT 1";

    /** All for whom no account stands yet. */
    private static final String WITHOUT_ACCOUNT =
            HERE
                    + "person WHERE profile = 'GUARDIAN' AND id NOT IN"
                    + " (SELECT person_id FROM preau_platform.membership)";

    private static final List<String> REACHABLE =
            List.of(
                    "INSERT INTO preau_platform.account (id, given_name, family_name, created_at)"
                            + " SELECT id, given_name, family_name, UTC_TIMESTAMP() FROM "
                            + WITHOUT_ACCOUNT,
                    "INSERT INTO preau_platform.membership (account_id, uai, profile, person_id)"
                            + " SELECT id, '0921244C', 'GUARDIAN', id FROM "
                            + WITHOUT_ACCOUNT,
                    "INSERT IGNORE INTO preau_platform.notice_address (account_id, mail)"
                            + " SELECT account_id, CONCAT(account_id, '@famille.example')"
                            + " FROM preau_platform.membership");

    /** No hour of the day, no week-end and no holidays hold the mails of the test. */
    private static final String NEVER_QUIET =
            "REPLACE INTO preau_platform.quiet_hours (uai, begins, ends, weekends, holidays)"
                    + " VALUES ('0921244C', '00:00', '00:00', FALSE, FALSE)";

    private static final String TOLD =
            "SELECT COUNT(*) FROM " + HERE + "core_notice WHERE title = 'Sortie'";

    private static final String SOME_ARE_TOLD = "SELECT (" + TOLD + ") > 20";

    private static final String TO_BE_MAILED =
            "SELECT COUNT(*) FROM preau_platform.notice_mail WHERE title = 'Sortie'";

    private static final String NOT_ENDED =
            "SELECT COUNT(*) FROM preau_platform.mail WHERE state NOT IN ('SENT', 'UNCERTAIN')";

    private static final String UNCERTAIN =
            "SELECT COALESCE(GROUP_CONCAT(address), '') FROM preau_platform.mail"
                    + " WHERE state = 'UNCERTAIN'";

    private final Preau preau;

    MailedGuardians(Preau preau) {
        this.preau = preau;
    }

    /** Writes to them, and has the mails leave at once. */
    int tell() throws SQLException {
        preau.change(NEVER_QUIET);
        for (String reachable : REACHABLE) {
            preau.change(reachable);
        }
        Reply sent =
                preau.api("direction.sevres")
                        .json(
                                "POST",
                                "/c/sevres/communication/messages",
                                """
                                {"to": ["guardians:%s"], "subject": "Sortie", "text": "Demain."}
                                """
                                        .formatted(preau.ask(LARGEST_CLASS)));
        assertThat(sent.body()).contains("\"sentTo\":\"/sent/");
        preau.awaitAnswer(TAKEN, SOME_ARE_TOLD, "1");
        String told = preau.ask(TOLD);
        preau.awaitAnswer(TAKEN, TO_BE_MAILED, told);
        // They would wait for this evening.
        preau.change("UPDATE preau_platform.notice_mail SET due_at = made_at");
        return Integer.parseInt(told);
    }

    /**
     * As ten minutes later, to be done while the node is dead: a mail that a living node has in
     * hand would be tried again a minute later.
     */
    void letLeasesEnd() {
        try {
            preau.change(
                    "UPDATE preau_platform.mail SET leased_until = made_at WHERE lease IS NOT NULL");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void awaitEnded() {
        preau.awaitAnswer(TAKEN, NOT_ENDED, "0");
    }

    /** Of whom nobody knows whether the server took their mail. */
    List<String> uncertain() throws SQLException {
        String addresses = preau.ask(UNCERTAIN);
        return addresses.isEmpty() ? List.of() : List.of(addresses.split(","));
    }
}
