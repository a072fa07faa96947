package fr.preau.api.plugin;

import java.util.Arrays;
import java.util.Optional;

/** What a module may ask to see or do; it gets a service only with the permission for it. */
public enum Permission {
    /** Names, profiles, classes and guardianships of the collège's people, without addresses. */
    DIRECTORY_READ("directory:read");

    private final String code;

    Permission(String code) {
        this.code = code;
    }

    /** As it stands in a manifest. */
    public String code() {
        return code;
    }

    public static Optional<Permission> ofCode(String code) {
        return Arrays.stream(values()).filter(p -> p.code.equals(code)).findFirst();
    }
}
