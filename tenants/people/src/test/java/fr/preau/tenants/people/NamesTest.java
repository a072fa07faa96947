package fr.preau.tenants.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NamesTest {

    private final List<Origin> origins = Names.read().origins();
    private final Set<String> female = of(Origin::girls, Origin::women);
    private final Set<String> male = of(Origin::boys, Origin::men);
    private final Set<String> families = of(Origin::families, Origin::families);

    @Test
    void thereAreEnoughNamesOfEnoughOrigins() {
        assertThat(origins).hasSizeGreaterThan(10);
        assertThat(female).hasSizeGreaterThan(300);
        assertThat(male).hasSizeGreaterThan(300);
        assertThat(families).hasSizeGreaterThan(500);
    }

    @Test
    void noGivenNameIsBothAGirlsAndABoys() {
        assertThat(female).doesNotContainAnyElementsOf(male);
    }

    @Test
    void everyNameCanBeDeliveredInTheOldEncoding() {
        Charset latin9 = Charset.forName("ISO-8859-15");
        assertThat(List.of(female, male, families))
                .flatExtracting(names -> names)
                .allSatisfy(name -> assertThat(latin9.newEncoder().canEncode(name)).isTrue());
    }

    private Set<String> of(
            Function<Origin, List<String>> one, Function<Origin, List<String>> other) {
        return origins.stream()
                .flatMap(origin -> List.of(one.apply(origin), other.apply(origin)).stream())
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
    }
}
