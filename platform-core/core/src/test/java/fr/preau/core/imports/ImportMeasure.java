package fr.preau.core.imports;

import fr.preau.api.school.Uai;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Measures the import of many collèges into an empty database, and a second time unchanged; run it
 * with {@code -Xmx512m}.
 *
 * <p>Arguments: a folder with one folder of AAF files per collège, named by its UAI; an empty
 * folder for the database; how many collèges at a time.
 */
public final class ImportMeasure {

    private final CollegeDatabase database;
    private final List<Path> deliveries;
    private final int atATime;

    private ImportMeasure(CollegeDatabase database, List<Path> deliveries, int atATime) {
        this.database = database;
        this.deliveries = deliveries;
        this.atATime = atATime;
    }

    public static void main(String[] arguments) throws Exception {
        int atATime = Integer.parseInt(arguments[2]);
        CollegeDatabase database = CollegeDatabase.startDurable(Path.of(arguments[1]));
        new ImportMeasure(database, folders(Path.of(arguments[0])), atATime).run();
        System.exit(0);
    }

    private static List<Path> folders(Path parent) throws IOException {
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    private void run() throws Exception {
        Instant start = Instant.now();
        database.freshPlatform(deliveries.stream().map(ImportMeasure::uai).toArray(Uai[]::new));
        for (Path delivery : deliveries) {
            database.freshCollege(uai(delivery));
        }
        say("schemas of " + deliveries.size() + " collèges", start);
        pass("first import");
        pass("second, unchanged import");
    }

    private void pass(String name) throws Exception {
        Instant start = Instant.now();
        ExecutorService threads = Executors.newFixedThreadPool(atATime);
        List<Callable<Imported>> work = new ArrayList<>();
        deliveries.forEach(delivery -> work.add(() -> take(delivery)));
        Imported sum = new Imported(0, 0, 0, 0, 0, 0);
        for (Future<Imported> each : threads.invokeAll(work)) {
            sum = sum.plus(each.get());
        }
        threads.shutdown();
        say(name + ", " + atATime + " at a time: " + sum, start);
    }

    private record Imported(
            int pupils, int people, int rows, int accountsAdded, long files, long accounts) {

        Imported plus(Imported other) {
            return new Imported(
                    pupils + other.pupils,
                    people + other.people,
                    rows + other.rows,
                    accountsAdded + other.accountsAdded,
                    files + other.files,
                    accounts + other.accounts);
        }

        @Override
        public String toString() {
            return pupils
                    + " pupils, "
                    + people
                    + " people, "
                    + rows
                    + " rows written, "
                    + accountsAdded
                    + " accounts added (files into tables "
                    + files
                    + " ms, accounts "
                    + accounts
                    + " ms, summed over threads)";
        }
    }

    private Imported take(Path delivery) throws Exception {
        Uai uai = uai(delivery);
        long start = System.nanoTime();
        ImportOutcome outcome;
        List<CollegePerson> people;
        try (Connection college = database.connect(CollegeDatabase.schemaOf(uai))) {
            LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));
            outcome = new AafImport(college, uai, today, ImportProgress.SILENT).run(delivery);
            college.commit();
            people = CollegePerson.present(college);
            college.commit();
        }
        long imported = System.nanoTime();
        AccountLinking.Outcome linked;
        try (Connection platform = database.connect("preau_platform")) {
            linked = new AccountLinking(platform, uai, Clock.systemUTC()).run(people);
            platform.commit();
        }
        return new Imported(
                outcome.pupils().present(),
                people.size(),
                outcome.rowsWritten(),
                linked.accountsAdded(),
                (imported - start) / 1_000_000,
                (System.nanoTime() - imported) / 1_000_000);
    }

    private static Uai uai(Path delivery) {
        return new Uai(String.valueOf(delivery.getFileName()));
    }

    private static void say(String what, Instant since) {
        long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        System.out.printf(
                "%s: %.1f s; heap in use %d MB of %d%n",
                what,
                Duration.between(since, Instant.now()).toMillis() / 1000.0,
                used >> 20,
                Runtime.getRuntime().maxMemory() >> 20);
    }
}
