package fr.preau.portal.pages;

/**
 * What a module cost at a collège.
 *
 * @param late calls that were given up
 * @param millis how long a call took on average
 * @param statements SQL statements of a call on average
 * @param kilobytes of memory that a call allocated on average
 */
public record UsageLine(
        String college,
        String name,
        long calls,
        long errors,
        long late,
        double millis,
        double statements,
        long kilobytes) {}
