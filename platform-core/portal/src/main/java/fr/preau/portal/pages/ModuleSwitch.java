package fr.preau.portal.pages;

import org.jspecify.annotations.Nullable;

/**
 * Whether a module is on at a collège, and whether it answers there.
 *
 * @param enabled whether it is on, which {@code state} says more exactly
 * @param failure why it can't run there although it is on
 */
public record ModuleSwitch(
        String module, boolean enabled, SwitchState state, @Nullable String failure) {

    public static ModuleSwitch off(String module) {
        return new ModuleSwitch(module, false, SwitchState.OFF, null);
    }

    public static ModuleSwitch on(String module) {
        return new ModuleSwitch(module, true, SwitchState.ON, null);
    }

    /** Not for this place. */
    public static ModuleSwitch notForIt(String module) {
        return new ModuleSwitch(module, false, SwitchState.NOT_FOR_IT, null);
    }

    /** On, and answering as soon as its tables are made. */
    public static ModuleSwitch preparing(String module) {
        return new ModuleSwitch(module, true, SwitchState.PREPARING, null);
    }

    /** On, and not answering because no version runs. */
    public static ModuleSwitch stopped(String module) {
        return new ModuleSwitch(module, true, SwitchState.STOPPED, null);
    }

    /** On, and not answering. */
    public static ModuleSwitch failed(String module, String failure) {
        return new ModuleSwitch(module, true, SwitchState.FAILED, failure);
    }
}
