package fr.preau.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMariaDbTest {

    @Test
    void theApplicationUserMayDoNothingByItself(@TempDir Path folder) throws Exception {
        try (EmbeddedMariaDb database = EmbeddedMariaDb.startForTests(folder)) {
            database.createUsers("app-secret", "it's a secret");
            try (Connection schema =
                            database.connect(EmbeddedMariaDb.SCHEMA_USER, "it's a secret");
                    Statement statement = schema.createStatement()) {
                statement.execute("CREATE DATABASE preau_c_test");
                statement.execute("CREATE TABLE preau_c_test.a (b INT)");
                assertThatThrownBy(() -> statement.execute("CREATE DATABASE other"))
                        .isInstanceOf(SQLException.class);
            }
            try (Connection app = database.connect(EmbeddedMariaDb.APPLICATION_USER, "app-secret");
                    Statement statement = app.createStatement()) {
                assertThatThrownBy(() -> statement.executeQuery("SELECT * FROM preau_c_test.a"))
                        .hasMessageContaining("denied");
                try (ResultSet schemas = statement.executeQuery("SHOW DATABASES")) {
                    assertThat(schemas.next()).isTrue();
                    assertThat(schemas.getString(1)).isEqualTo("information_schema");
                    assertThat(schemas.next()).isFalse();
                }
                assertThatThrownBy(() -> statement.execute("CREATE TABLE test_x.a (b INT)"))
                        .hasMessageContaining("denied");
            }
        }
    }

    @Test
    void theDataOutlivesAStopEvenUnderTheTemporaryFolder(@TempDir Path folder) throws Exception {
        try (EmbeddedMariaDb database = EmbeddedMariaDb.start(folder, 0)) {
            database.createUsers("app-secret", "schema-secret");
            try (Connection schema =
                            database.connect(EmbeddedMariaDb.SCHEMA_USER, "schema-secret");
                    Statement statement = schema.createStatement()) {
                statement.execute("CREATE DATABASE preau_kept");
                statement.execute("CREATE TABLE preau_kept.a AS SELECT 42 AS b");
            }
        }
        try (EmbeddedMariaDb database = EmbeddedMariaDb.start(folder, 0);
                Connection schema = database.connect(EmbeddedMariaDb.SCHEMA_USER, "schema-secret");
                Statement statement = schema.createStatement();
                ResultSet row = statement.executeQuery("SELECT b FROM preau_kept.a")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getInt(1)).isEqualTo(42);
        }
    }
}
