package fr.preau.liberty;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ImportCountTest {

    private static final ImportCount START = new ImportCount(2, 0, 93, 1_400);

    @Test
    void tenMoreCollegesAreWorthALine() {
        assertThat(new ImportCount(11, 0, 93, 6_000).newsSince(START)).isEmpty();
        assertThat(new ImportCount(12, 0, 93, 6_500).newsSince(START))
                .contains("12 collèges importés sur 93, 6\u202f500 élèves.");
    }

    @Test
    void theLastCollegeIsWorthALine() {
        ImportCount nearly = new ImportCount(92, 0, 93, 55_000);

        assertThat(new ImportCount(93, 0, 93, 55_659).newsSince(nearly))
                .contains("93 collèges importés sur 93, 55\u202f659 élèves.");
    }

    @Test
    void aRefusedCollegeIsToldAtOnceAndWhereTheReasonIs() {
        assertThat(new ImportCount(3, 1, 93, 2_000).newsSince(START).orElseThrow())
                .startsWith("3 collèges importés sur 93")
                .contains("Refusés\u00a0: 1")
                .contains("/departement/colleges");
    }

    @Test
    void theImportsEndAlsoWhenSomeWereRefused() {
        assertThat(new ImportCount(91, 1, 93, 54_000).complete()).isFalse();
        assertThat(new ImportCount(91, 2, 93, 54_000).complete()).isTrue();
    }
}
