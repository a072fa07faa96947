package fr.preau.core.contracts;

/** A module does not answer at a collège just now: off, not there, busy, or kept back. */
public final class ModuleClosed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ModuleClosed(String reason) {
        super(reason);
    }
}
