package fr.preau.core.files;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of files as strangers give them, made fit to be kept, shown and saved under. */
final class FileNames {

    /** In characters as people count them; the column takes 255. */
    static final int LONGEST = 150;

    /** Old browsers send the whole way to a file; programs try {@code ../}. */
    private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);

    /**
     * What can't be seen, or makes a reader see something else: a name may turn its own direction
     * of writing, so that {@code gpj.exe} reads like a photo. What holds an emoji together stays.
     */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}&&[^\\u200C\\u200D\\s]]");

    private static final Pattern GAPS = Pattern.compile("[\\s\\u00A0]+");

    private static final Pattern ENDING = Pattern.compile("\\.([A-Za-z0-9]{1,10})$");

    /** Windows leaves them out when it saves, so that another ending would come to light. */
    private static final Pattern TRAILING = Pattern.compile("[. ]+$");

    private FileNames() {}

    static String clean(String given) {
        String name =
                FOLDERS.matcher(Normalizer.normalize(given, Normalizer.Form.NFC)).replaceAll("");
        name = GAPS.matcher(UNSEEN.matcher(name).replaceAll("")).replaceAll(" ").strip();
        name = TRAILING.matcher(name).replaceAll("");
        return name.isEmpty() ? FileRefused.unnamed() : shortened(name);
    }

    private static String shortened(String name) {
        if (name.codePointCount(0, name.length()) <= LONGEST) {
            return name;
        }
        Matcher matcher = ENDING.matcher(name);
        String ending = matcher.find() ? matcher.group() : "";
        int kept = name.offsetByCodePoints(0, LONGEST - ending.length());
        return name.substring(0, kept).stripTrailing() + ending;
    }

    /** The letters after the last dot, in small letters; empty without. */
    static String ending(String name) {
        Matcher matcher = ENDING.matcher(name);
        return matcher.find() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
    }
}
