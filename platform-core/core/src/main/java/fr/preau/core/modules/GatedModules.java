package fr.preau.core.modules;

import fr.preau.api.school.Uai;
import fr.preau.core.contracts.CallKind;
import fr.preau.core.contracts.ModuleCalls;
import fr.preau.core.contracts.ModuleClosed;
import fr.preau.core.plugins.LivePlugin;
import fr.preau.core.plugins.gate.CallGate;
import fr.preau.core.plugins.gate.ModuleUnavailable;
import org.jspecify.annotations.Nullable;

/** Calls modules for facts, jobs and services, through the same gate as for pages. */
public final class GatedModules implements ModuleCalls {

    private final ModuleGate gate;
    private final CallGate calls;

    public GatedModules(ModuleGate gate, CallGate calls) {
        this.gate = gate;
        this.calls = calls;
    }

    @Override
    public <T extends @Nullable Object> T call(
            Uai college, String module, CallKind kind, Work<T> work) throws Exception {
        try {
            return gate.call(college, module, plugin -> answer(plugin, college, kind, work))
                    .orElseThrow(() -> new ModuleClosed(module + " does not answer at " + college))
                    .value();
        } catch (ModuleUnavailable unavailable) {
            throw switch (unavailable.reason()) {
                case BUSY, RESTING, QUARANTINED ->
                        new ModuleClosed(String.valueOf(unavailable.getMessage()));
                case LATE, GREEDY -> unavailable;
            };
        } catch (Checked checked) {
            throw checked.thrown;
        }
    }

    private <T extends @Nullable Object> Answered<T> answer(
            LivePlugin plugin, Uai college, CallKind kind, Work<T> work) {
        if (kind.staysOnThread()) {
            calls.requireAdmitted(plugin, college);
            return done(plugin, work);
        }
        return calls.call(plugin, college, kind, () -> done(plugin, work));
    }

    private static <T extends @Nullable Object> Answered<T> done(LivePlugin plugin, Work<T> work) {
        try {
            return new Answered<>(work.in(plugin.contract()));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new Checked(e);
        }
    }

    /** An answer, which may be null. */
    private record Answered<T extends @Nullable Object>(T value) {}

    /** A checked exception on its way through what throws none. */
    private static final class Checked extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final Exception thrown;

        Checked(Exception thrown) {
            super(thrown.getMessage(), thrown, false, false);
            this.thrown = thrown;
        }
    }
}
