package fr.preau.portal.look;

import fr.preau.api.page.Tone;

/** The class of the stylesheet that stands for a tone. */
public final class ToneClass {

    private ToneClass() {}

    public static String of(Tone tone) {
        return switch (tone) {
            case NEUTRAL -> "tone-neutral";
            case INFO -> "tone-info";
            case SUCCESS -> "tone-success";
            case WARNING -> "tone-warning";
            case DANGER -> "tone-danger";
        };
    }
}
