package fr.preau.core.imports;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a file of a delivery is about, in the order in which one kind refers to those before. */
enum AafCategory {
    ESTABLISHMENT("EtabEducNat", "ENTStructureJointure", Set.of("EtabEducNat")),
    SUBJECT("MatiereEducNat", "ENTMatJointure", Set.of("MatiereEducNat", "MatEducNat")),
    COURSE("MefEducNat", "ENTMefJointure", Set.of("MefEducNat")),
    PERSONNEL("PersEducNat", "ENTPersonJointure", Set.of("PersEducNat")),
    GUARDIAN("PersRelEleve", "ENTPersonJointure", Set.of("PersRelEleve")),
    PUPIL("Eleve", "ENTPersonJointure", Set.of("Eleve"));

    private final String inFileName;
    private final String identity;
    private final Set<String> inEntries;

    AafCategory(String inFileName, String identity, Set<String> inEntries) {
        this.inFileName = inFileName;
        this.identity = identity;
        this.inEntries = inEntries;
    }

    static Optional<AafCategory> ofFileName(String name) {
        return Stream.of(values()).filter(c -> c.inFileName.equals(name)).findFirst();
    }

    /** Its name in the name of a file, as in {@code Eleve}. */
    String inFileName() {
        return inFileName;
    }

    /** The attribute that identifies an entry. */
    String identity() {
        return identity;
    }

    /** Whether an entry that says to be of this kind belongs into such a file. */
    boolean takes(String categoryOfEntry) {
        return inEntries.contains(categoryOfEntry);
    }
}
