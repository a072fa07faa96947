package fr.preau.core.tenancy;

import fr.preau.api.school.College;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A collège as the platform knows it, or the Département's own place.
 *
 * @param provisioned whether its schema and role are ready
 */
public record Tenant(
        College college,
        State state,
        String street,
        String postcode,
        int expectedPupils,
        boolean provisioned) {

    /** Whether the collège uses Préau. */
    public enum State {
        ACTIVE,
        /** Known, but nobody signs in there yet. */
        PREPARED,
        /** No collège, but the Département's own place, for what its collèges share. */
        DEPARTEMENT
    }

    public DatabaseSpace space() {
        return DatabaseSpace.of(college.uai());
    }

    /** Whether its pages can be asked for. */
    public boolean isOpen() {
        return state != State.PREPARED && provisioned;
    }

    boolean isCollege() {
        return state != State.DEPARTEMENT;
    }

    static State stateOf(@Nullable String name) {
        return Arrays.stream(State.values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElse(State.PREPARED);
    }
}
