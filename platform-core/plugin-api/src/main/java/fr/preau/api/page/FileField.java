package fr.preau.api.page;

import org.jspecify.annotations.Nullable;

/**
 * A field of a form in which a file is chosen, or a photo taken on a phone.
 *
 * <p>Its form is written {@code <form method="post" enctype="multipart/form-data" …>}; without that
 * the browser sends the file's name only. In the input record it is an {@link
 * fr.preau.api.files.Upload}, or a list of them. A form that is shown again has lost its files: no
 * page may choose a file on somebody's disk.
 *
 * @param name its name in the form and in the input record
 * @param hint what to say beside what may be chosen and how large it may be, as a sentence
 * @param error what is wrong with it, beside the field
 * @param several whether more than one may be chosen
 */
public record FileField(
        String name,
        String label,
        FileKind kind,
        @Nullable String hint,
        @Nullable String error,
        boolean required,
        boolean several) {

    /** One file that must be chosen. */
    public static FileField of(String name, String label, FileKind kind) {
        return new FileField(name, label, kind, null, null, true, false);
    }

    public FileField withHint(String newHint) {
        return new FileField(name, label, kind, newHint, error, required, several);
    }

    public FileField withError(@Nullable String newError) {
        return new FileField(name, label, kind, hint, newError, required, several);
    }

    public FileField optional() {
        return new FileField(name, label, kind, hint, error, false, several);
    }

    /** More than one may be chosen; in the input record it is a list. */
    public FileField severalFiles() {
        return new FileField(name, label, kind, hint, error, required, true);
    }
}
