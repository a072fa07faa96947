package fr.preau.core.reasons;

import java.text.MessageFormat;
import java.text.ParsePosition;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the host itself says when it does not do something with a module, in English.
 *
 * <p>The words go into logs, answers to programs and the tables in which they are kept. A page
 * finds in them which reason it is, and says it in the language of its reader; what it does not
 * find is a technical message, such as MariaDB's or that of an exception, to be quoted.
 */
public enum HostReason {
    WAITS_FOR_YES("it asks for more than was granted, and waits for a yes"),
    OTHER_RUNS("version {0} runs"),
    NEWER_RUNS("version {0} is newer"),
    REMOVED("the module was removed"),
    UNREADABLE_MANIFEST("this version of Préau can''t read its manifest"),
    SLOW_START("it did not start within {0} s"),
    OTHER_TRIAL("another release is being tried"),
    TOO_LARGE_TO_TRY("at every collège its tables have more than {0} MB, too much to be copied"),
    LAST_ID(
            "a script uses LAST_INSERT_ID, which is lost when a run goes on after it was cut short"),
    NOT_UNDONE("nothing undoes {0}"),
    OTHER_SPACE("a script names the schema of another collège or of the platform"),
    NOT_OWN_TABLE("« {0} » is not a table of the module: they begin with « {1} »"),
    FOREIGN_TABLES("somebody else''s tables begin with « {0} »: {1}"),
    OTHER_MODULES_TABLES("tables that begin with « {0} » are another module''s"),
    FAILED_AGAIN("set aside {0} times within a quarter of an hour; the last time, it failed"),
    LATE_AGAIN("set aside {0} times within a quarter of an hour; the last time, it was late"),
    ENDLESS_CALL("a call does not stop although it was asked to: {0}"),
    TOO_LARGE("{0} has more than {1} MB"),
    NO_JAR("{0} is not a readable jar"),
    UNSIGNED("{0} is not signed; here only modules of known publishers are installed"),
    UNKNOWN_SIGNER(
            "{0} is signed by somebody unknown here, who goes by {1}; here only modules of known"
                    + " publishers are installed");

    private final String pattern;

    HostReason(String pattern) {
        this.pattern = pattern;
    }

    /** The words, with what they are about. */
    public String with(Object... arguments) {
        // As texts, so that a number reads back as it was written.
        return format().format(Arrays.stream(arguments).map(String::valueOf).toArray());
    }

    /** A reason that was found in words, with what they are about. */
    public record Told(HostReason reason, List<String> arguments) {

        public Told {
            arguments = List.copyOf(arguments);
        }
    }

    /** The reason that these words give; empty for a technical message. */
    public static Optional<Told> in(String words) {
        return Arrays.stream(values()).flatMap(reason -> reason.read(words).stream()).findFirst();
    }

    private Optional<Told> read(String words) {
        ParsePosition end = new ParsePosition(0);
        Object[] arguments = format().parse(words, end);
        return arguments == null || end.getIndex() < words.length()
                ? Optional.empty()
                : Optional.of(
                        new Told(this, Arrays.stream(arguments).map(String::valueOf).toList()));
    }

    private MessageFormat format() {
        return new MessageFormat(pattern, Locale.ROOT);
    }
}
