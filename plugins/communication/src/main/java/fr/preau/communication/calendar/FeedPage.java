package fr.preau.communication.calendar;

import org.jspecify.annotations.Nullable;

/**
 * How to have the calendar in another program.
 *
 * @param since the day on which the reader's address was made, in words; null if they have none
 * @param address the address, shown once; null afterwards
 */
public record FeedPage(@Nullable String since, @Nullable String address) {}
