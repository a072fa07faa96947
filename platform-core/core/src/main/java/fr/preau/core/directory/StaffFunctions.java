package fr.preau.core.directory;

import fr.preau.api.school.StaffFunction;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Functions of the staff as one column holds them: their names in order, separated by commas. */
public final class StaffFunctions {

    private StaffFunctions() {}

    public static Set<StaffFunction> parse(String text) {
        Set<StaffFunction> functions = EnumSet.noneOf(StaffFunction.class);
        if (!text.isEmpty()) {
            for (String name : text.split(",", -1)) {
                functions.add(StaffFunction.valueOf(name));
            }
        }
        return functions;
    }

    public static String format(Collection<StaffFunction> functions) {
        return functions.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }
}
