package fr.preau.communication.calendar;

/**
 * Which calendar a program asks for.
 *
 * @param secret as it stands in the address
 */
public record FeedInput(String secret) {}
