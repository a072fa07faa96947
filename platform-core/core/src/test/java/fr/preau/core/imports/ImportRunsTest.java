package fr.preau.core.imports;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.Uai;
import fr.preau.core.imports.ImportOutcome.Counts;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ImportRunsTest {

    private static final Uai UAI = new Uai("0921244C");
    private static final Instant NOW = Instant.parse("2026-11-02T06:00:00Z");

    private final CollegeDatabase database = CollegeDatabase.running();

    @Test
    void anImportIsSeenFromWaitingToItsEnd() throws Exception {
        String platform = database.freshPlatform(UAI);
        try (Connection connection = database.connect(platform)) {
            ImportRuns runs = new ImportRuns(connection, Clock.fixed(NOW, ZoneOffset.UTC));
            assertThat(runs.of(UAI)).isEmpty();
            runs.waiting(UAI);
            assertThat(runs.of(UAI))
                    .get()
                    .extracting(ImportRun::state)
                    .isEqualTo(ImportRun.State.WAITING);

            runs.started(UAI);
            runs.advanced(UAI, 400, 2_000);
            ImportRun running = runs.of(UAI).orElseThrow();
            assertThat(running.state()).isEqualTo(ImportRun.State.RUNNING);
            assertThat(running.done()).isEqualTo(400);
            assertThat(running.total()).isEqualTo(2_000);
            assertThat(running.startedAt()).contains(NOW);

            Counts some = new Counts(3, 0, 0, 4);
            runs.done(UAI, new ImportOutcome(some, some, some, some, some, 15));
            ImportRun done = runs.all().get(0);
            assertThat(done.state()).isEqualTo(ImportRun.State.DONE);
            assertThat(done.counts()).isEqualTo(new ImportRun.Counts(7, 7, 7, 7, 7));
            assertThat(done.finishedAt()).contains(NOW);

            runs.refused(UAI, "x".repeat(2_000));
            ImportRun refused = runs.of(UAI).orElseThrow();
            assertThat(refused.state()).isEqualTo(ImportRun.State.REFUSED);
            assertThat(refused.message()).hasSize(1_000);
            assertThat(refused.counts().pupils()).isEqualTo(7);
        }
    }
}
