package fr.preau.api.school;

import java.util.regex.Pattern;

/**
 * Something a collège may allow in a module: off unless its descriptor names it.
 *
 * @param module the id of the module, as in {@code communication}
 * @param name as in {@code pupils-write-to-their-class}
 */
public record ModuleOption(String module, String name) {

    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    public ModuleOption {
        if (!WORD.matcher(module).matches() || !WORD.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "« " + module + "." + name + " » is not an option like module.what-it-allows");
        }
    }

    /** The option of a code, as it stands in a descriptor. */
    public static ModuleOption ofCode(String code) {
        String[] parts = code.split("\\.", 2);
        return new ModuleOption(parts[0], parts.length == 2 ? parts[1] : "");
    }

    public String code() {
        return module + "." + name;
    }
}
