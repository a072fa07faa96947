package fr.preau.portal.server;

import fr.preau.core.identity.Accounts;
import fr.preau.core.identity.Passwords;
import fr.preau.portal.pages.DemoAccount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The accounts of the demo, read from the roster that came with its invented people. Outside demo
 * mode there are none.
 *
 * <p>A line of the roster is {@code login;academic id;password;label}; the operator's has no
 * academic id.
 */
final class DemoAccounts {

    private record Line(String login, String academicId, DemoAccount shown) {}

    private final List<Line> roster;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Set<String> ready = new HashSet<>();

    DemoAccounts(Settings settings, Accounts accounts, Passwords passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.roster =
                settings.demo()
                        ? settings.demoRoster().map(DemoAccounts::read).orElse(List.of())
                        : List.of();
    }

    private static List<Line> read(Path file) {
        try {
            List<Line> lines = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                String[] parts = line.split(";", 4);
                if (parts.length == 4) {
                    lines.add(
                            new Line(
                                    parts[0],
                                    parts[1],
                                    new DemoAccount(parts[0], parts[3], parts[2])));
                }
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the sign-in page offers. */
    List<DemoAccount> shown() {
        return roster.stream().map(Line::shown).toList();
    }

    /** Opens the accounts whose people have been imported; to be repeated after each import. */
    synchronized void open() {
        for (Line line : roster) {
            if (!ready.contains(line.login) && opened(line)) {
                ready.add(line.login);
            }
        }
    }

    private boolean opened(Line line) {
        String hash = passwords.hash(line.shown.password());
        if (line.academicId.isEmpty()) {
            accounts.createOperator(line.login, hash, "Camille", "Département");
            return true;
        }
        return accounts.giveLogin(line.academicId, line.login, hash);
    }

    /** Whether all of them can sign in. */
    synchronized Optional<String> missing() {
        return roster.stream().map(Line::login).filter(login -> !ready.contains(login)).findFirst();
    }
}
