package fr.preau.communication.circulars;

import fr.preau.api.data.NewIds;
import java.util.UUID;

/** 64 signs that nobody can guess: two identities, each with 74 bits of chance. */
final class Salt {

    private Salt() {}

    static String of(NewIds ids) {
        return hex(ids.next()) + hex(ids.next());
    }

    private static String hex(UUID id) {
        return id.toString().replace("-", "");
    }
}
