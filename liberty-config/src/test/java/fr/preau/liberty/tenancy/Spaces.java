package fr.preau.liberty.tenancy;

import fr.preau.core.tenancy.DatabaseSpace;
import java.util.List;
import java.util.stream.Stream;

/** The spaces of the tests; each holds rows that say whose they are. */
final class Spaces {

    static final List<DatabaseSpace> ALL =
            Stream.of(
                            "preau_c_0921244c",
                            "preau_c_0920077j",
                            "preau_c_0920068z",
                            "preau_c_0920081n",
                            "preau_c_0920592u",
                            "preau_platform")
                    .map(DatabaseSpace::new)
                    .toList();

    /** Has a role and no schema: a connection that shall go there comes half the way. */
    static final DatabaseSpace HALF = new DatabaseSpace("preau_c_half");

    private Spaces() {}
}
