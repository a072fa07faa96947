package fr.preau.core.contracts;

import fr.preau.api.school.Uai;
import org.jspecify.annotations.Nullable;

/** The way into the modules for whoever has something for them to do. */
public interface ModuleCalls {

    /** What is done inside, with what the version that answers brings along. */
    @FunctionalInterface
    interface Work<T extends @Nullable Object> {
        T in(ModuleContract module) throws Exception;
    }

    /**
     * Calls into the version of a module that runs, and waits for it.
     *
     * <p>The version stays alive until the work has ended. The contract given to the work is not
     * kept afterwards, nor anything of it: it holds the module's classes.
     *
     * <p>The work opens its own unit of work, on whatever thread it is given, unless it is of a
     * kind that stays on the thread of the caller.
     *
     * @throws ModuleClosed when the module does not answer at this collège just now; the work has
     *     not begun
     * @throws Exception what the work threw, or that it took too long
     */
    <T extends @Nullable Object> T call(Uai college, String module, CallKind kind, Work<T> work)
            throws Exception;
}
