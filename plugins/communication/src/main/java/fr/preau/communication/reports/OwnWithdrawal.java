package fr.preau.communication.reports;

import java.util.UUID;

/**
 * A letter that its author wants back from its readers.
 *
 * @param withdrawn whether it is; else the school was asked for it
 */
public record OwnWithdrawal(UUID letter, boolean withdrawn) {}
