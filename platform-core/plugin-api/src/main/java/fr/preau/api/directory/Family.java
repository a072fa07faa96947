package fr.preau.api.directory;

import java.util.List;

/**
 * The children of a guardian at all their collèges where the module is on.
 *
 * @param complete false where one of the collèges did not answer in time: then what follows from
 *     having no child, or from the number of children, does not follow
 */
public record Family(List<FamilyChild> children, boolean complete) {

    /** Of whoever is no guardian anywhere. */
    public static final Family NONE = new Family(List.of(), true);

    public Family {
        children = List.copyOf(children);
    }
}
