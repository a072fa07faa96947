package fr.preau.database;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A process of MariaDB's server, and the file in which it says what it does. */
final class ServerProcess {

    /** MariaDB writes what it holds in memory before it ends; afterwards it is made to end. */
    private static final int LONGEST_STOP_SECONDS = 60;

    private static final int LAST_LINES = 12;

    private final Process process;
    private final Path log;

    private ServerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts it with a script of SQL as its input. */
    static ServerProcess fed(List<String> command, Path script, Path log) throws IOException {
        return start(new ProcessBuilder(command).redirectInput(script.toFile()), log);
    }

    static ServerProcess start(List<String> command, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        // It shall not wait for a keyboard that is the terminal's.
        builder.redirectInput(ProcessBuilder.Redirect.PIPE);
        return start(builder, log);
    }

    private static ServerProcess start(ProcessBuilder builder, Path log) throws IOException {
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        return new ServerProcess(builder.start(), log);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    boolean succeeded() {
        return process.exitValue() == 0;
    }

    /** Waits until it ended, at most so long. */
    void awaitEnd(long milliseconds) throws InterruptedIOException {
        try {
            process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while MariaDB was at work");
        }
    }

    /** Completes when it ends, for whatever reason. */
    CompletableFuture<Void> ended() {
        return process.onExit().thenRun(() -> {});
    }

    /** Asks it to end and waits, also in a thread that was interrupted. */
    void stop() {
        stop(process.toHandle());
    }

    /** Asks a process to end, waits, and makes it end if it takes too long. */
    static void stop(ProcessHandle process) {
        process.destroy();
        process.onExit().completeOnTimeout(process, LONGEST_STOP_SECONDS, TimeUnit.SECONDS).join();
        if (process.isAlive()) {
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    boolean said(String words) throws IOException {
        return lines().stream().anyMatch(line -> line.contains(words));
    }

    /** The failure of this process, with the last lines that it wrote. */
    IOException failure(String what) throws IOException {
        List<String> lines = lines();
        List<String> last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
        return new IOException(
                what + "; the last lines of " + log + " are:\n" + String.join("\n", last));
    }

    private List<String> lines() throws IOException {
        // Whatever stands in it: a path in another encoding must not hide the failure.
        return new ArrayList<>(
                new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList());
    }
}
