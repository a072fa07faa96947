package fr.preau.core.plugins.manifest;

/**
 * A service of another module.
 *
 * @param name as in {@code canteen.Meals}
 * @param required whether the module does not answer without it
 */
public record UsedService(String name, boolean required) {}
