package fr.preau.canteen.place;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Several values of an enum as one column holds them: their names, in order, with commas. */
public final class Names {

    private Names() {}

    public static <E extends Enum<E>> String written(Collection<E> some) {
        return some.stream().distinct().sorted().map(Enum::name).collect(Collectors.joining(","));
    }

    /** What is no such name counts for nothing. */
    public static <E extends Enum<E>> List<E> read(Class<E> of, String written) {
        List<String> names = List.of(written.split(","));
        return Stream.of(of.getEnumConstants())
                .filter(each -> names.contains(each.name()))
                .toList();
    }
}
