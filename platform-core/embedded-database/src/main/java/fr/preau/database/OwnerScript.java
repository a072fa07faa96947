package fr.preau.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The SQL with which a server starts: it makes the user that makes all others. It is a file that
 * only its owner may read, since arguments stand in the list of processes.
 */
final class OwnerScript {

    private OwnerScript() {}

    static Path write(Path folder, String user, String password) throws IOException {
        String account = "'" + user + "'@'127.0.0.1'";
        // Made for its owner only where the system knows owners.
        Path file = Files.createTempFile(folder, "owner", ".sql");
        return Files.write(
                file,
                List.of(
                        "CREATE OR REPLACE USER " + account + " IDENTIFIED BY '" + password + "';",
                        "GRANT ALL PRIVILEGES ON *.* TO " + account + " WITH GRANT OPTION;"),
                StandardOpenOption.TRUNCATE_EXISTING);
    }
}
