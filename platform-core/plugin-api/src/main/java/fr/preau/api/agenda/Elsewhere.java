package fr.preau.api.agenda;

import java.util.List;

/**
 * What somebody has to do at their other collèges.
 *
 * @param complete false where one of them did not answer in time
 */
public record Elsewhere(List<Engagement> engagements, boolean complete) {

    /** Of whoever is at one collège only. */
    public static final Elsewhere NOTHING = new Elsewhere(List.of(), true);

    public Elsewhere {
        engagements = List.copyOf(engagements);
    }
}
