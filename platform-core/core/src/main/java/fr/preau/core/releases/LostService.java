package fr.preau.core.releases;

/**
 * A service that a module uses and would have no more.
 *
 * @param user the module that uses it
 * @param title what people call that module
 * @param service as in {@code canteen.Meals}
 * @param required whether that module does not answer without it
 */
public record LostService(String user, String title, String service, boolean required) {}
