package fr.preau.database;

import java.io.IOException;

/** No jar with the programs of MariaDB exists for this kind of machine, or Maven brought none. */
public final class NoDatabaseForThisMachine extends IOException {

    private static final long serialVersionUID = 1L;

    private final String machine;

    NoDatabaseForThisMachine(String machine) {
        super(
                "no MariaDB comes for "
                        + machine
                        + ": there is one for Linux (x86-64), macOS (arm64) and Windows (x86-64)");
        this.machine = machine;
    }

    /** What this machine is, as in {@code Linux aarch64}. */
    public String machine() {
        return machine;
    }
}
