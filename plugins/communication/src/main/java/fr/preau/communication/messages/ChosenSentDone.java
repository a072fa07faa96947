package fr.preau.communication.messages;

/**
 * What was done with letters that were ticked.
 *
 * @param letters how many
 */
public record ChosenSentDone(SentAct act, int letters) {}
