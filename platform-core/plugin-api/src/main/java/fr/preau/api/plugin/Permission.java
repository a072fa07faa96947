package fr.preau.api.plugin;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a module may ask to see or do. It is handed a service only as far as the Département has
 * granted the permission: without it there is less in the service, or no service.
 */
public enum Permission {
    /** The directory, without guardians. */
    DIRECTORY_READ(
            "directory:read",
            "Names, profiles, functions, classes and subjects of the pupils, teachers and staff of"
                    + " the collège. No address, no date of birth, no guardian."),
    /** The guardians in the directory; nothing without {@link #DIRECTORY_READ}. */
    DIRECTORY_GUARDIANS_READ(
            "directory:guardians.read",
            "Names of the guardians of the collège's pupils, whose guardian each of them is today"
                    + " and with what rights. No address, no telephone. Only together with"
                    + " directory:read."),
    /** How guardians are called; nothing without {@link #DIRECTORY_GUARDIANS_READ}. */
    DIRECTORY_TELEPHONES_READ(
            "directory:telephones.read",
            "Telephone numbers of the guardians of the collège's pupils. Only together with"
                    + " directory:read and directory:guardians.read."),
    /** A store of files. */
    FILES(
            "files",
            "Keeping files that people send to the module, such as photos: its own files at the"
                    + " collège, none of another module."),
    /** Requests to servers outside. */
    NETWORK(
            "network",
            "Sending what the module knows to the servers that its manifest names, over https, and"
                    + " nowhere else."),
    /** Routes for visitors: without it they are asked to sign in first, whatever a route says. */
    VISITORS(
            "visitors",
            "Showing pages and pictures to everybody on the web who knows their address, and taking"
                    + " what they send there, without signing in.");

    private final String code;
    private final String reveals;

    Permission(String code, String reveals) {
        this.code = code;
        this.reveals = reveals;
    }

    /** As it stands in a manifest. */
    public String code() {
        return code;
    }

    /** What a module that has it can learn or do, in a sentence or two. */
    public String reveals() {
        return reveals;
    }

    public static Optional<Permission> ofCode(String code) {
        return Arrays.stream(values()).filter(p -> p.code.equals(code)).findFirst();
    }
}
