package fr.preau.portal.pages;

import org.jspecify.annotations.Nullable;

/**
 * Whether a module is on at a collège.
 *
 * @param failure why it can't run there although it is on, as when its migration failed
 */
public record ModuleSwitch(String module, boolean enabled, @Nullable String failure) {}
