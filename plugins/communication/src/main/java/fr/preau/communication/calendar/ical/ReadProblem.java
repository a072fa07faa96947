package fr.preau.communication.calendar.ical;

/**
 * What could not be read, or not as it stands.
 *
 * @param line of the file, from 1
 * @param said what stands there, as far as it helps to find it
 */
public record ReadProblem(int line, Kind kind, String said) {

    /** What is wrong. */
    public enum Kind {
        /** It is no calendar, or ends in the middle. */
        NOT_A_CALENDAR,
        /** A line that is none of this format; it is passed over. */
        LINE,
        /** An event without a beginning, or with one that is no date; it is passed over. */
        DATE,
        /** An event that ends before it begins; it is passed over. */
        BACKWARDS,
        /** An event that takes longer, or is further away, than Préau takes; it is passed over. */
        TOO_FAR,
        /** A repetition other than each week: the first time is taken alone. */
        RULE,
        /** A repetition without an end, or with one too far away: it is cut. */
        ENDLESS,
        /** An unknown time zone: taken as that of Paris. */
        ZONE,
        /** The same event for a second time; it is passed over. */
        TWICE,
        /** There are more than are taken at once; the rest is passed over. */
        TOO_MANY
    }
}
