package fr.preau.core.plugins.manifest;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something that each collège may set.
 *
 * @param title in French
 * @param help in French
 * @param standard what holds where nobody has set anything, written as {@link #mistake} takes it
 * @param minimum of an integer
 * @param maximum of an integer
 * @param longest of a text, in characters
 * @param choices of a choice
 */
public record DeclaredSetting(
        String key,
        Type type,
        String title,
        Optional<String> help,
        String standard,
        OptionalInt minimum,
        OptionalInt maximum,
        int longest,
        List<Option> choices) {

    /** What kind of value it takes. */
    public enum Type {
        TEXT,
        INTEGER,
        BOOLEAN,
        CHOICE,
        /** As in {@code 2026-11-25}, or nothing. */
        DATE
    }

    /** One of the values of a choice. */
    public record Option(String value, String title) {}

    public DeclaredSetting {
        choices = List.copyOf(choices);
    }

    /** Why the text is no value of this setting; the words are a key and what to put into it. */
    public Optional<Mistake> mistake(String text) {
        return switch (type) {
            case TEXT -> when(text.length() > longest, "too-long", longest);
            case BOOLEAN -> when(!text.equals("true") && !text.equals("false"), "yes-or-no");
            case CHOICE ->
                    when(choices.stream().noneMatch(c -> c.value().equals(text)), "not-a-choice");
            case DATE -> when(!isDate(text), "not-a-date");
            case INTEGER -> integerMistake(text);
        };
    }

    /**
     * What is wrong with a value.
     *
     * @param word the end of the key of its text
     */
    public record Mistake(String word, List<Object> arguments) {}

    private static Optional<Mistake> when(boolean wrong, String word, Object... arguments) {
        return wrong ? Optional.of(new Mistake(word, List.of(arguments))) : Optional.empty();
    }

    private static boolean isDate(String text) {
        if (text.isEmpty()) {
            return true;
        }
        try {
            return LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private Optional<Mistake> integerMistake(String text) {
        if (!text.matches("-?[0-9]{1,9}")) {
            return when(true, "not-a-number");
        }
        int value = Integer.parseInt(text);
        int least = minimum.orElse(Integer.MIN_VALUE);
        int most = maximum.orElse(Integer.MAX_VALUE);
        return when(value < least, "too-small", least)
                .or(() -> when(value > most, "too-big", most));
    }
}
