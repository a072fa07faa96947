package fr.preau.portal.pages;

/** How far what a module keeps at a collège is on its way to being erased. */
public enum ErasureState {
    NONE,
    /** Exported, so that erasing can be asked for. */
    EXPORTED,
    /** Asked for, and not yet due. */
    PENDING,
    DONE
}
