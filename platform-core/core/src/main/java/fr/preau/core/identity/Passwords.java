package fr.preau.core.identity;

import com.password4j.Argon2Function;
import com.password4j.Hash;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Hashes and checks passwords with Argon2id (RFC 9106), 19 MiB and two passes as OWASP advises.
 *
 * <p>Only as many at a time as there are processors: each one needs its memory and a whole core,
 * and a thousand pupils at eight in the morning must wait in a queue, not bring the server down.
 */
public class Passwords {

    private static final Argon2Function ARGON2 =
            Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

    private static final int SHORTEST_OF_AN_OPERATOR = 12;

    private final Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors());
    private final String nobodysHash;

    public Passwords() {
        this.nobodysHash = hash("a password that nobody has");
    }

    public String hash(String password) {
        cores.acquireUninterruptibly();
        try {
            Hash hash = Password.hash(password).addRandomSalt(16).with(ARGON2);
            return hash.getResult();
        } finally {
            cores.release();
        }
    }

    /**
     * The hash of a password that somebody chose for an operator, who may do everything.
     *
     * @throws IllegalArgumentException when it is too short
     */
    public String hashForOperator(String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST_OF_AN_OPERATOR) {
            throw new IllegalArgumentException(
                    "the password of an operator has at least "
                            + SHORTEST_OF_AN_OPERATOR
                            + " characters");
        }
        return hash(password);
    }

    /**
     * Whether this is the password. Without a hash to compare with it takes as long and says no, so
     * that time does not tell which logins exist.
     */
    public boolean matches(String password, @Nullable String hash) {
        cores.acquireUninterruptibly();
        try {
            return compare(password, hash == null ? nobodysHash : hash) && hash != null;
        } finally {
            cores.release();
        }
    }

    /** The costly part; a test counts how often it is done, which tells more than a stopwatch. */
    boolean compare(String password, String hash) {
        return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
    }
}
