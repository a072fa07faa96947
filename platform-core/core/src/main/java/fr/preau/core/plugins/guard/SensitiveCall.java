package fr.preau.core.plugins.guard;

/**
 * A call that may reach beyond a module.
 *
 * @param category what it reaches, such as files or threads
 * @param advice why it is refused, or what to use
 * @param refused whether it is refused, or only listed in a review
 */
public record SensitiveCall(String category, String advice, boolean refused) {}
