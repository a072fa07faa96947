package fr.preau.core.tenancy;

import fr.preau.api.school.College;
import org.jspecify.annotations.Nullable;

/**
 * A collège as the platform knows it.
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
        PREPARED
    }

    public DatabaseSpace space() {
        return DatabaseSpace.of(college.uai());
    }

    /** Whether its pages can be asked for. */
    public boolean isOpen() {
        return state == State.ACTIVE && provisioned;
    }

    static State stateOf(@Nullable String name) {
        return "ACTIVE".equals(name) ? State.ACTIVE : State.PREPARED;
    }
}
