package fr.preau.liberty;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** One running Open Liberty with Préau, as a process of its own. */
public final class LibertyNode implements AutoCloseable {

    /** Liberty's word for an application that could not start, and Préau's own. */
    private static final Pattern NOT_STARTED =
            Pattern.compile("CWWKZ0002E|Pr\\S+au does not start");

    private static final Duration STOP = Duration.ofSeconds(60);

    private final Process process;
    private final URI address;
    private final Path log;

    private LibertyNode(Process process, URI address, Path log) {
        this.process = process;
        this.address = address;
        this.log = log;
    }

    /**
     * Starts a node and does not wait for it.
     *
     * <p>The command is the one that Liberty's own script ends with, without the script: so the
     * process that is stopped, killed or found dead is the server itself, not a shell before it,
     * and it runs on the Java that runs this, on every system.
     *
     * @param liberty the folder {@code wlp} of the assembled server
     * @param java options of Java, after those of the server
     * @param output where this node writes; each node needs its own
     * @param settings environment variables, as in docs/operators/settings.md
     */
    public static LibertyNode start(
            Path liberty, List<String> java, Path output, int port, Map<String, String> settings)
            throws IOException {
        Files.createDirectories(output);
        Path log = output.resolve("console.log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions(liberty));
        command.addAll(java);
        // What Liberty's own script opens to it on every Java since 9.
        command.add("@" + liberty.resolve("lib/platform/java/java9.options"));
        command.add("-javaagent:" + liberty.resolve("bin/tools/ws-javaagent.jar"));
        command.add("-jar");
        command.add(liberty.resolve("bin/tools/ws-server.jar").toString());
        command.add("preau");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("WLP_OUTPUT_DIR", output.toString());
        builder.environment().put("LOG_DIR", output.resolve("logs").toString());
        builder.environment().put("PREAU_HTTP_PORT", Integer.toString(port));
        // For links that leave Préau, unless somebody says how else people reach it.
        builder.environment().putIfAbsent("PREAU_SITE", "http://localhost:" + port);
        builder.environment().putAll(settings);
        builder.redirectErrorStream(true);
        builder.redirectOutput(log.toFile());
        return new LibertyNode(builder.start(), URI.create("http://localhost:" + port), log);
    }

    private static List<String> jvmOptions(Path liberty) throws IOException {
        return Files.readAllLines(liberty.resolve("usr/servers/preau/jvm.options")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    public URI address() {
        return address;
    }

    /** Where its log is, for when something went wrong. */
    public Path log() {
        return log;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** Whether it answers and says that it is ready. */
    public boolean isReady(HttpClient http) throws InterruptedException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(address.resolve("/health/ready"))
                            .timeout(Duration.ofSeconds(5))
                            .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Waits until it is ready.
     *
     * @param waiting told about every half second
     * @throws NodeFailed when it ended, or took too long
     */
    public void awaitReady(Duration longest, Runnable waiting)
            throws InterruptedException, IOException {
        HttpClient http = HttpClient.newHttpClient();
        long end = System.nanoTime() + longest.toNanos();
        while (!isReady(http)) {
            if (!process.isAlive()) {
                throw new NodeFailed("the server ended", log);
            }
            if (NOT_STARTED.matcher(Files.readString(log)).find()) {
                throw new NodeFailed("Préau did not start", log);
            }
            if (System.nanoTime() > end) {
                throw new NodeFailed("the server was not ready after " + longest, log);
            }
            waiting.run();
            process.waitFor(500, TimeUnit.MILLISECONDS);
        }
    }

    /** Completes when it has ended, whether it was asked to or not. */
    public CompletableFuture<Void> ended() {
        return process.onExit().thenRun(() -> {});
    }

    /**
     * Stops it as an operator does, by {@code TERM}: requests that have begun come to their end. It
     * is waited for, also by a thread that was interrupted, and killed if it takes too long.
     */
    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, STOP.toSeconds(), TimeUnit.SECONDS).join();
        if (process.isAlive()) {
            process.destroyForcibly().onExit().join();
        }
    }

    /** Ends it as a crash does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
