package fr.preau.core.plugins.manifest;

import java.time.Duration;
import java.time.LocalTime;

/** Something that a module does without being asked, at each collège where it is on. */
public sealed interface DeclaredJob {

    String id();

    /** Again and again, this long after the last time. */
    record Repeated(String id, Duration every) implements DeclaredJob {}

    /** Once a day, at this time in Europe/Paris. */
    record Daily(String id, LocalTime at) implements DeclaredJob {}
}
