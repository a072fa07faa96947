package fr.preau.core.plugins.manifest;

import java.util.Optional;

/**
 * Who answers for a module.
 *
 * @param website an https address
 * @param contact an e-mail address
 */
public record Publisher(String name, Optional<String> website, Optional<String> contact) {}
