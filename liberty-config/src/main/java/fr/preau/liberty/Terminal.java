package fr.preau.liberty;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Says in the terminal what the demo is doing, each line with the seconds since the start. */
final class Terminal {

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final long start = System.nanoTime();

    void say(String line) {
        out.printf("[%4d s] %s%n", seconds(), line);
    }

    /** A line without the time. */
    void print(String line) {
        out.println(line);
    }

    /** Since the start. */
    long seconds() {
        return (System.nanoTime() - start) / 1_000_000_000;
    }
}
