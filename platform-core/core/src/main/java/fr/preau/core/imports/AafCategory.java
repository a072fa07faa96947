package fr.preau.core.imports;

import java.util.Optional;
import java.util.stream.Stream;

/** What a file of a delivery is about, in the order in which one kind refers to those before. */
enum AafCategory {
    ESTABLISHMENT("EtabEducNat", "ENTStructureJointure", "categorieStructure"),
    // The académie calls a file one thing and its entries another.
    SUBJECT("MatiereEducNat", "ENTMatJointure", "categorieMatiere", "MatEducNat"),
    COURSE("MefEducNat", "ENTMefJointure", "categorieMef"),
    PERSONNEL("PersEducNat", "ENTPersonJointure", "categoriePersonne"),
    GUARDIAN("PersRelEleve", "ENTPersonJointure", "categoriePersonne"),
    PUPIL("Eleve", "ENTPersonJointure", "categoriePersonne");

    private final String inFileName;
    private final String identity;
    private final String operational;
    private final String inEntries;

    AafCategory(String inFileName, String identity, String operational) {
        this(inFileName, identity, operational, inFileName);
    }

    AafCategory(String inFileName, String identity, String operational, String inEntries) {
        this.inFileName = inFileName;
        this.identity = identity;
        this.operational = operational;
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

    /** The operational attribute in which an entry says of what kind it is. */
    String operational() {
        return operational;
    }

    /** Whether an entry that says to be of this kind belongs into such a file. */
    boolean takes(String categoryOfEntry) {
        return inFileName.equals(categoryOfEntry) || inEntries.equals(categoryOfEntry);
    }
}
