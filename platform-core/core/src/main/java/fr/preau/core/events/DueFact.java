package fr.preau.core.events;

/**
 * A fact that a module has still to handle.
 *
 * @param seq its place in the order
 * @param tries how often the module has failed at it
 */
record DueFact(long seq, PublishedFact fact, int tries) {}
