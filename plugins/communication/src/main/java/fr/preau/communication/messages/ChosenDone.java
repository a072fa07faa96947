package fr.preau.communication.messages;

/**
 * What was done with conversations that were ticked.
 *
 * @param conversations how many
 */
public record ChosenDone(Act act, int conversations) {}
