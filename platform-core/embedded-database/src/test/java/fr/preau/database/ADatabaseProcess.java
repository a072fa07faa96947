package fr.preau.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A Java process of its own with a database, which ends when it is told to, or is killed. */
final class ADatabaseProcess implements AutoCloseable {

    static final String PASSWORD = "secret-of-the-tests";

    /** The number that Linux and macOS give to whoever has no rights. */
    private static final String NOBODY = "65534";

    private final Process process;
    private final BufferedReader output;

    private ADatabaseProcess(Process process) {
        this.process = process;
        this.output =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** What the process runs: the folder of the database is the argument. */
    public static void main(String[] arguments) throws Exception {
        try (EmbeddedMariaDb database = EmbeddedMariaDb.start(Path.of(arguments[0]), 0)) {
            database.createUsers(PASSWORD, PASSWORD);
            System.out.println(database.url());
            while (System.in.read() >= 0) {
                continue;
            }
        }
    }

    /** With a database in this folder, as the user of the tests. */
    static ADatabaseProcess in(Path folder) throws IOException {
        return start(List.of(), System.getProperty("java.class.path"), folder);
    }

    static boolean canStartAsNobody() {
        return Files.isExecutable(Path.of("/usr/bin/setpriv"));
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /**
     * With a database in this folder, as a user that has no rights.
     *
     * @param copies an empty folder for what that user can't read where it is
     */
    static ADatabaseProcess asNobody(Path folder, Path copies) throws IOException {
        List<String> nobody =
                List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
        return start(nobody, readableClassPath(copies), folder);
    }

    private static ADatabaseProcess start(List<String> as, String classPath, Path folder)
            throws IOException {
        List<String> command = new ArrayList<>(as);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-cp");
        command.add(classPath);
        command.add(ADatabaseProcess.class.getName());
        command.add(folder.toString());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // A folder's name may have an accent whatever the tests' own surroundings are.
        builder.environment().put("LC_ALL", "C.UTF-8");
        return new ADatabaseProcess(builder.start());
    }

    private static String readableClassPath(Path copies) throws IOException {
        Files.setPosixFilePermissions(copies, PosixFilePermissions.fromString("rwxr-xr-x"));
        List<String> copied = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(":")) {
            Path from = Path.of(entry);
            if (Files.exists(from)) {
                Path to = copies.resolve(copied.size() + "-" + from.getFileName());
                copy(from, to);
                copied.add(to.toString());
            }
        }
        return String.join(":", copied);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    /** The database's address, once it is ready. */
    String url() throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("jdbc:")) {
                return line;
            }
            said.append(line).append('\n');
        }
        throw new IOException("the database did not start:\n" + said);
    }

    /** Ends the Java process as a crash does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.getOutputStream().close();
        process.waitFor();
    }
}
