package fr.preau.portal.look;

import fr.preau.api.page.Tone;
import fr.preau.core.plugins.trust.SignatureStanding;
import fr.preau.portal.pages.ModuleState;
import fr.preau.portal.pages.OwnModuleState;

/** Which tone tells how a module is doing, and what its signature is worth. */
public final class StateTone {

    private StateTone() {}

    public static Tone of(SignatureStanding standing) {
        return switch (standing) {
            case KNOWN -> Tone.SUCCESS;
            case EXPIRED, UNKNOWN, WEAK, UNSIGNED -> Tone.WARNING;
            case CHANGED, UNREADABLE -> Tone.DANGER;
        };
    }

    public static Tone of(ModuleState state) {
        return switch (state) {
            case RUNNING -> Tone.SUCCESS;
            case STARTING, BROUGHT -> Tone.INFO;
            case WAITING -> Tone.WARNING;
            case FAILED -> Tone.DANGER;
            case REMOVED -> Tone.NEUTRAL;
        };
    }

    public static Tone of(OwnModuleState state) {
        return switch (state) {
            case ON -> Tone.SUCCESS;
            case OFF -> Tone.NEUTRAL;
            case PREPARING -> Tone.INFO;
            case FAILED, HELD -> Tone.DANGER;
        };
    }
}
