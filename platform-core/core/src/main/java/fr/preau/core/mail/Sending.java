package fr.preau.core.mail;

/** What became of a mail that was brought to the server. */
sealed interface Sending {

    /** What the server said, for whoever looks for a mail that is missing. */
    String answer();

    /** The server has taken it. */
    record Taken(String answer) implements Sending {}

    /** No answer said that it was taken; it may be later. */
    record Later(String answer) implements Sending {}

    /** It was surely not taken, and will not be: nobody is at that address. */
    record NobodyThere(String answer) implements Sending {}

    /** It was surely not taken, and will not be, whoever it is for. */
    record Refused(String answer) implements Sending {}
}
