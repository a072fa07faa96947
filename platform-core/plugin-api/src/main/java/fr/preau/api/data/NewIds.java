package fr.preau.api.data;

import java.util.UUID;

/**
 * Identities for new rows: UUIDv7, so that rows made one after the other lie side by side in the
 * table.
 */
@FunctionalInterface
public interface NewIds {

    UUID next();
}
