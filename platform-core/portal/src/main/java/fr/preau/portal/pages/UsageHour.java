package fr.preau.portal.pages;

import java.time.Instant;

/**
 * One hour of a module at all collèges.
 *
 * @param millis how long a call took on average
 */
public record UsageHour(Instant start, long calls, long errors, long late, double millis) {}
