package fr.preau.portal.pages;

import org.jspecify.annotations.Nullable;

/**
 * Who answers for a module.
 *
 * @param website an https address
 * @param contact an e-mail address
 */
public record ModulePublisher(String name, @Nullable String website, @Nullable String contact) {}
