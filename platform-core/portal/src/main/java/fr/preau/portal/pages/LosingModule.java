package fr.preau.portal.pages;

/**
 * A module that loses a service it uses.
 *
 * @param service as in {@code canteen.Meals}
 * @param required whether it does not answer without it
 */
public record LosingModule(String module, String title, String service, boolean required) {}
