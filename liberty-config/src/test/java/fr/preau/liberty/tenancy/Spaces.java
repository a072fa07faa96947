package fr.preau.liberty.tenancy;

import java.util.List;

/** The spaces of the tests; each holds one row that says whose it is. */
final class Spaces {

    static final List<String> NAMES =
            List.of(
                    "preau_c_0921244c",
                    "preau_c_0920077j",
                    "preau_c_0920068z",
                    "preau_c_0920081n",
                    "preau_c_0920592u",
                    "preau_platform");

    private Spaces() {}
}
