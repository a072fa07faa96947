package fr.preau.core.announcements;

/**
 * How far an announcement has come.
 *
 * @param colleges how many it is for
 * @param delivered in how many of them a module has brought it to its people
 * @param people how many people have it
 */
public record Spread(int colleges, int delivered, int people) {}
