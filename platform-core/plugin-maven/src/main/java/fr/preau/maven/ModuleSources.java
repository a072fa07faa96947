package fr.preau.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The sources of a module as they are on the disk.
 *
 * <p>They are looked at again and again rather than announced by the system: a module has some
 * dozens of files, and some systems announce a change ten seconds late.
 *
 * @param folder {@code src/main} of the module
 */
record ModuleSources(Path folder) {

    Path java() {
        return folder.resolve("java");
    }

    Path templates() {
        return folder.resolve("jte");
    }

    Path resources() {
        return folder.resolve("resources");
    }

    /** What differs as soon as a file is written, made or deleted. */
    Object state() throws IOException {
        TreeMap<Path, String> state = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
                state.put(file, seen.lastModifiedTime() + " " + seen.size());
            }
        }
        return state;
    }

    /** The files below a folder that end like this. */
    static List<Path> below(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(Files::isRegularFile)
                    .toList();
        }
    }
}
