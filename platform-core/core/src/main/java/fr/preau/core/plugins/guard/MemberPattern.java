package fr.preau.core.plugins.guard;

import java.util.List;
import java.util.Optional;

/**
 * Members of a class, as the list of sensitive calls names them.
 *
 * @param parameters simple type names; none when every signature is meant
 * @param open whether more parameters may follow
 */
record MemberPattern(String name, Optional<List<String>> parameters, boolean open) {

    private static final String MORE = "...";

    static MemberPattern parse(String text) {
        int bracket = text.indexOf('(');
        if (bracket < 0) {
            return new MemberPattern(method(text), Optional.empty(), true);
        }
        List<String> types = List.of(text.substring(bracket + 1, text.length() - 1).split(",", -1));
        boolean open = types.get(types.size() - 1).equals(MORE);
        return new MemberPattern(
                method(text.substring(0, bracket)),
                Optional.of(open ? types.subList(0, types.size() - 1) : types),
                open);
    }

    private static String method(String name) {
        return name.equals("new") ? "<init>" : name;
    }

    boolean matches(String method, List<String> types) {
        return name.equals(method) && parameters.map(wanted -> begins(types, wanted)).orElse(true);
    }

    private boolean begins(List<String> types, List<String> wanted) {
        boolean fits = open ? types.size() > wanted.size() : types.size() == wanted.size();
        return fits && types.subList(0, wanted.size()).equals(wanted);
    }
}
