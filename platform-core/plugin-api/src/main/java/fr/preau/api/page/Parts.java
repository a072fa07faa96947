package fr.preau.api.page;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** The accessible parts that all pages are made of; there is no second way to draw a thing. */
@ProviderType
public interface Parts {

    /** The button that sends a form; its label is a verb. */
    Content submit(String label);

    /**
     * A button that sends its form to another address than the form's own, with what is filled in
     * so far, complete or not.
     */
    Content submitTo(String label, String href);

    /** The same, for what is not the first thing to do here. */
    Content quietSubmitTo(String label, String href);

    /** A button that leads somewhere. */
    Content action(String label, String href);

    /** The same, for what is not the first thing to do here. */
    Content quietAction(String label, String href);

    Content field(Field field);

    /**
     * A field for a text with marks ({@link fr.preau.api.text.RichText}): a text area, which a
     * script makes an editor. What is sent is the text, whoever wrote it and how.
     */
    Content richField(Field field);

    /** A text with marks, drawn; whatever in it is no mark is escaped. */
    Content richText(String text);

    /**
     * A field to choose a file in; its form needs {@code enctype="multipart/form-data"}. The hint
     * says what may be chosen and how large a file may be.
     */
    Content fileField(FileField field);

    /** A list to choose one thing from. */
    Content select(
            String name,
            String label,
            List<Choice> choices,
            @Nullable String hint,
            @Nullable String error);

    /** A list to tick several things in. */
    Content checkboxes(String name, String legend, List<Choice> choices, @Nullable String error);

    /** A framed group with a heading of the second level. */
    Content card(String title, Content body);

    Content tag(String label, Tone tone);

    /** A message above everything else, announced to screen readers. */
    Content banner(Tone tone, String title, String text);

    /** Why a list is empty and what to do next. */
    Content emptyState(
            String title, String text, @Nullable String actionLabel, @Nullable String href);

    /** How far a long piece of work is, also in words. */
    Content progress(String label, int done, int total);

    /**
     * One of several figures that people compare, as a bar below its words.
     *
     * @param figure as people read it, such as « 4,20 € »
     * @param most what fills the whole width, more than nothing
     */
    Content bar(String label, String figure, long value, long most);

    /**
     * The way to the previous and the next page.
     *
     * @param href the address of the list, with its other parameters, without {@code page}
     */
    Content pager(PageOf<?> page, String href);

    /** A field and a button that search the list at this address. */
    Content search(String label, String name, String value, String href);

    /** Plain text as a piece of a page, escaped. */
    Content text(String text);

    /**
     * More of a page behind a button, such as a form or a question; it opens without a script.
     *
     * @param openLabel the button, a verb
     * @param title what it is about
     */
    Content dialog(String openLabel, String title, Content body);

    /**
     * A long piece of a form below its title, which folds and unfolds it without a script; what is
     * folded away is sent all the same.
     *
     * @param open whether it is unfolded at first
     */
    Content fold(String title, boolean open, Content body);

    /**
     * Links between the views of one thing.
     *
     * @param label what the views have in common, for screen readers
     */
    Content tabs(String label, List<Tab> tabs);

    /** A month from Monday to Sunday. */
    Content calendar(CalendarMonth month);

    /** A table that a phone shows as a list. */
    Content table(Table table);

    /** Says that what was asked is done, without asking for anything. */
    Content toast(String text);
}
