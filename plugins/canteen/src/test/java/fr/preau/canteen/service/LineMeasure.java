package fr.preau.canteen.service;

import fr.preau.api.school.StaffFunction;
import fr.preau.testkit.KitCollege;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Measures what the server takes for an entry while a hundred lines send theirs: fifty at each of
 * two collèges, which is harder than one at each of a hundred, for those of a collège wait for one
 * another. Then all come back from a service without network at the same moment.
 *
 * <p>Run by docs/performance/line.sh.
 */
@PreauTest
class LineMeasure {

    private static final int LINES = 100;
    private static final int PUPILS = 600;
    private static final int WARM = 10;
    private static final int ENTRIES = 25;

    /** A pupil every two seconds at each line. */
    private static final long PACE = TimeUnit.SECONDS.toNanos(2);

    private static final String AT = "2026-11-09T11:14:05.123Z";

    private final PreauKit kit;

    LineMeasure(PreauKit kit) {
        this.kit = kit;
    }

    @Test
    void aHundredLinesAtOnce() throws InterruptedException {
        kit.clock().set(Instant.parse("2026-11-09T11:00:00Z"));
        List<Tablet> lines = new ArrayList<>();
        List<List<UUID>> pupils = new ArrayList<>();
        for (KitCollege college : List.of(kit.college(), kit.otherCollege())) {
            List<UUID> ofCollege = new ArrayList<>();
            for (int i = 0; i < PUPILS; i++) {
                ofCollege.add(
                        college.aPupil()
                                .named("Élève", "Nº" + i)
                                .inClass("5eA")
                                .create()
                                .id()
                                .value());
            }
            for (int i = 0; i < LINES / 2; i++) {
                lines.add(
                        Tablet.opened(
                                kit.as(college.staff(StaffFunction.GESTIONNAIRE)).at(college)));
                pupils.add(ofCollege);
            }
        }
        ExecutorService threads = Executors.newFixedThreadPool(LINES);
        print("an entry, warming up", paced(threads, lines, pupils, WARM));
        print("an entry, 100 lines, one every 2 s each", paced(threads, lines, pupils, ENTRIES));
        back(threads, lines, pupils);
        threads.shutdown();
    }

    private static long[] paced(
            ExecutorService threads, List<Tablet> lines, List<List<UUID>> pupils, int entries)
            throws InterruptedException {
        long[] took = new long[lines.size() * entries];
        CountDownLatch done = new CountDownLatch(lines.size());
        long begin = System.nanoTime();
        for (int line = 0; line < lines.size(); line++) {
            int number = line;
            threads.execute(
                    () -> {
                        Random random = new Random(number);
                        long offset = (long) (random.nextDouble() * PACE);
                        for (int i = 0; i < entries; i++) {
                            long due = begin + offset + i * PACE;
                            await(due);
                            Tablet tablet = lines.get(number);
                            String entry =
                                    tablet.pass(pupils.get(number).get(random.nextInt(PUPILS)), AT);
                            require(tablet.send(List.of(entry)).status());
                            // From when it was due: what waits for others counts as well.
                            took[number * entries + i] = System.nanoTime() - due;
                        }
                        done.countDown();
                    });
        }
        done.await();
        return took;
    }

    private static void await(long due) {
        long left = due - System.nanoTime();
        if (left > 0) {
            try {
                TimeUnit.NANOSECONDS.sleep(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void require(int status) {
        if (status != 200) {
            throw new IllegalStateException("status " + status);
        }
    }

    /** A service of 200 entries of each line, in batches as the page sends them. */
    private static void back(ExecutorService threads, List<Tablet> lines, List<List<UUID>> pupils)
            throws InterruptedException {
        int each = 200;
        for (int line = 0; line < lines.size(); line++) {
            Random random = new Random(line);
            for (int i = 0; i < each; i++) {
                lines.get(line).pass(pupils.get(line).get(random.nextInt(PUPILS)), AT);
            }
        }
        CountDownLatch done = new CountDownLatch(lines.size());
        long begin = System.nanoTime();
        for (Tablet tablet : lines) {
            int size = tablet.written().size();
            threads.execute(
                    () -> {
                        require(tablet.send(tablet.written().subList(size - each, size)).status());
                        done.countDown();
                    });
        }
        done.await();
        double took = (System.nanoTime() - begin) / 1e6;
        System.out.printf(
                "%d entries of 100 lines at the same moment: %.0f ms, %.2f ms an entry%n",
                LINES * each, took, took / (LINES * each));
    }

    private static void print(String what, long[] took) {
        Arrays.sort(took);
        System.out.printf(
                "%-42s p50 %5.1f ms   p99 %5.1f ms   max %5.1f ms   (%d)%n",
                what,
                took[took.length / 2] / 1e6,
                took[took.length * 99 / 100] / 1e6,
                took[took.length - 1] / 1e6,
                took.length);
    }
}
