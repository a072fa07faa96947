package fr.preau.testkit.compatibility;

import fr.preau.testkit.KitFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A way to fill the tables of a module.
 *
 * @param said as the report says it
 * @param real whether all rows are such as the module itself writes: then it may not fail to read
 *     them
 */
record Way(String said, Filling filling, boolean real) {

    /** Those tried one after the other with any jar, until one leaves rows that it can read. */
    static List<Way> ofAnyJar(Path jar) {
        OwnForms forms = new OwnForms();
        GeneratedRows rows = new GeneratedRows(codes(jar));
        Filling both =
                (kit, college, many, mark) -> {
                    forms.fill(kit, college, many, mark);
                    rows.fill(kit, college, many, mark);
                };
        return List.of(
                new Way("by its own forms, and made up where these write nothing", both, false),
                new Way("by its own forms", forms, true));
    }

    /** The module says itself how it is filled. */
    static List<Way> ofModule(Filling filling) {
        return List.of(new Way("as its suite says", filling, true));
    }

    static EntityCodes codes(Path jar) {
        try {
            return EntityCodes.of(jar);
        } catch (IOException e) {
            throw new KitFailure("the entities can't be read", e);
        }
    }
}
