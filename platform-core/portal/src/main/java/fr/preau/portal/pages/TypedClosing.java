package fr.preau.portal.pages;

import fr.preau.api.school.Profile;
import java.util.List;

/**
 * What was typed of a closing of writing.
 *
 * @param some whether it is for the ticked collèges only; never asked in a collège
 * @param at the slugs of the ticked collèges
 * @param until when it opens by itself, as a field of date and time has it; empty where it stays
 */
public record TypedClosing(
        List<Profile> profiles, boolean some, List<String> at, String notice, String until) {

    public TypedClosing {
        profiles = List.copyOf(profiles);
        at = List.copyOf(at);
    }
}
