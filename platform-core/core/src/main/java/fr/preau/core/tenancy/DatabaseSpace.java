package fr.preau.core.tenancy;

import fr.preau.api.school.Uai;
import java.util.Locale;

/**
 * A schema of MariaDB and the role of the same name, which may work in that schema and nowhere
 * else.
 */
public record DatabaseSpace(String name) {

    private static final String OF_COLLEGE = "preau_c_";

    private static final DatabaseSpace PLATFORM = new DatabaseSpace("preau_platform");

    public DatabaseSpace {
        // The name goes into USE and SET ROLE, where nothing can be bound.
        if (!name.matches("preau_[a-z0-9_]{1,40}")) {
            throw new IllegalArgumentException("not a space of Préau: " + name);
        }
    }

    /** What belongs to no collège: accounts, memberships, tenants, modules, audit. */
    public static DatabaseSpace platform() {
        return PLATFORM;
    }

    public static DatabaseSpace of(Uai uai) {
        return new DatabaseSpace(OF_COLLEGE + uai.value().toLowerCase(Locale.ROOT));
    }

    /** The collège whose space this is. */
    public Uai uai() {
        if (!name.startsWith(OF_COLLEGE)) {
            throw new IllegalStateException(name + " is the space of no collège");
        }
        return new Uai(name.substring(OF_COLLEGE.length()).toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return name;
    }
}
