package fr.preau.core.identity;

import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitOfWork;
import fr.preau.core.tenancy.UnitsOfWork;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lets somebody in by login and password.
 *
 * <p>A wrong password, an unknown login, a locked account and one that must wait all answer alike
 * and take the same time: each costs one look at the account and one Argon2id.
 *
 * <p>Failures are counted for what was typed, so an account answers to one spelling of its login
 * only: otherwise each accent and each invisible character would bring fresh guesses.
 */
public final class SignIn {

    /** So many mistakes cost nothing but the time to type again. */
    private static final int FREE_FAILURES = 5;

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private static final int LONGEST_PASSWORD = 200;

    private record Candidate(
            @Nullable UUID account, @Nullable String passwordHash, boolean locked) {

        static final Candidate NOBODY = new Candidate(null, null, false);
    }

    private record Failures(int count, @Nullable LocalDateTime last) {

        static final Failures NONE = new Failures(0, null);
    }

    /** The first condition finds the row by its index, the second holds its login to the letter. */
    private static final String LOOK_UP =
            "SELECT id, password_hash, locked FROM account"
                    + " WHERE login = ? AND LOWER(login) = ? COLLATE utf8mb4_nopad_bin";

    private final UnitsOfWork units;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Clock clock;

    public SignIn(UnitsOfWork units, Passwords passwords, Sessions sessions, Clock clock) {
        this.units = units;
        this.passwords = passwords;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** A new session, or nothing when these two don't let anybody in. */
    public Optional<SessionToken> withPassword(String typedLogin, String password) {
        String login = normal(typedLogin);
        byte[] digest = digest(login);
        Candidate candidate = find(login);
        boolean right =
                passwords.matches(
                        password.substring(0, Math.min(password.length(), LONGEST_PASSWORD)),
                        candidate.passwordHash);
        // Looked at last: a hundred guesses sent at once have counted each other by now.
        Failures failures = failures(digest);
        if (mustWait(failures)) {
            // Not counted, or who knows the password again would only be sent further away.
            return Optional.empty();
        }
        UUID account = candidate.account;
        if (!right || account == null || candidate.locked) {
            countFailure(digest);
            return Optional.empty();
        }
        if (failures.count > 0) {
            forgetFailures(digest);
        }
        UUID session = sessions.begin(account);
        return Optional.of(
                new SessionToken(
                        session,
                        account,
                        clock.instant().plus(TokenSigner.LIFE.dividedBy(2)),
                        clock.instant().plus(TokenSigner.LIFE)));
    }

    /** The one spelling of a login that is looked for, so that it is also the one to keep. */
    static String normal(String typed) {
        String login = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        return login.toLowerCase(Locale.ROOT).substring(0, Math.min(login.length(), 80));
    }

    private boolean mustWait(Failures failures) {
        LocalDateTime last = failures.last;
        if (last == null || failures.count < FREE_FAILURES) {
            return false;
        }
        int doublings = Math.min(failures.count - FREE_FAILURES, 12);
        Duration wait = Duration.ofSeconds(1L << doublings);
        Duration bounded = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        return now().isBefore(last.plus(bounded));
    }

    private Candidate find(String login) {
        return units.read(
                DatabaseSpace.platform(),
                unit -> {
                    try (PreparedStatement statement =
                            unit.connection().prepareStatement(LOOK_UP)) {
                        statement.setString(1, login);
                        statement.setString(2, login);
                        try (ResultSet row = statement.executeQuery()) {
                            return row.next() ? candidate(row) : Candidate.NOBODY;
                        }
                    }
                });
    }

    private static Candidate candidate(ResultSet row) throws SQLException {
        return new Candidate(
                UUID.fromString(row.getString(1)), row.getString(2), row.getBoolean(3));
    }

    private Failures failures(byte[] digest) {
        return units.read(
                DatabaseSpace.platform(),
                unit -> {
                    try (PreparedStatement statement =
                            unit.connection()
                                    .prepareStatement(
                                            "SELECT failures, last_at FROM sign_in_failure"
                                                    + " WHERE login_digest = ?")) {
                        statement.setBytes(1, digest);
                        try (ResultSet row = statement.executeQuery()) {
                            return row.next()
                                    ? new Failures(
                                            row.getInt(1), row.getObject(2, LocalDateTime.class))
                                    : Failures.NONE;
                        }
                    }
                });
    }

    private void countFailure(byte[] digest) {
        units.write(
                DatabaseSpace.platform(),
                unit -> {
                    try (PreparedStatement statement =
                            unit.connection()
                                    .prepareStatement(
                                            "INSERT INTO sign_in_failure (login_digest, failures,"
                                                    + " last_at) VALUES (?, 1, ?)"
                                                    + " ON DUPLICATE KEY UPDATE"
                                                    + " failures = failures + 1,"
                                                    + " last_at = VALUES(last_at)")) {
                        statement.setBytes(1, digest);
                        statement.setObject(2, now());
                        return statement.executeUpdate();
                    }
                });
    }

    private void forgetFailures(byte[] digest) {
        units.write(DatabaseSpace.platform(), unit -> delete(unit, digest));
    }

    private static int delete(UnitOfWork unit, byte[] digest) throws SQLException {
        try (PreparedStatement statement =
                unit.connection()
                        .prepareStatement("DELETE FROM sign_in_failure WHERE login_digest = ?")) {
            statement.setBytes(1, digest);
            return statement.executeUpdate();
        }
    }

    /** Forgets the failures of more than a day ago. */
    public int forgetOldFailures() {
        return units.write(
                DatabaseSpace.platform(),
                unit -> {
                    try (PreparedStatement statement =
                            unit.connection()
                                    .prepareStatement(
                                            "DELETE FROM sign_in_failure WHERE last_at < ?")) {
                        statement.setObject(1, now().minusDays(1));
                        return statement.executeUpdate();
                    }
                });
    }

    private static byte[] digest(String login) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(login.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
    }
}
