package fr.preau.liberty.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.preau.database.EmbeddedMariaDb;
import fr.preau.liberty.e2e.RunningPreau.Preau;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A request that takes longer than it should, since somebody holds a table it needs. */
final class SlowedCollege {

    /** Longer than what is logged as slow. */
    private static final Duration HELD = Duration.ofMillis(1_500);

    private SlowedCollege() {}

    /** Lets a guardian's request wait in Sèvres. */
    static Reply answer(Preau preau, Supplier<Reply> request) throws SQLException {
        try (Connection connection = connection(preau);
                Statement statement = connection.createStatement()) {
            statement.execute("LOCK TABLES preau_c_0921244c.guardianship WRITE");
            long begun = System.nanoTime();
            CompletableFuture<Reply> answer = CompletableFuture.supplyAsync(request);
            await().until(() -> System.nanoTime() - begun > HELD.toNanos());
            assertThat(answer).isNotDone();
            statement.execute("UNLOCK TABLES");
            return answer.join();
        }
    }

    private static Connection connection(Preau preau) throws SQLException {
        return preau.installation()
                .database()
                .connect(
                        EmbeddedMariaDb.SCHEMA_USER,
                        preau.installation().folder().secret("schema"));
    }
}
