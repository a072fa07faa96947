package fr.preau.core.reasons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostReasonTest {

    @ParameterizedTest
    @EnumSource
    void everyReasonIsFoundInItsOwnWordsAlone(HostReason reason) {
        String words = reason.with("garden-1.2.0.jar", 1_500);

        HostReason.Told told = HostReason.in(words).orElseThrow();

        assertThat(told.reason()).isEqualTo(reason);
        assertThat(reason.with(told.arguments().toArray())).isEqualTo(words);
        assertThat(words).doesNotContain("''", "{");
    }

    @Test
    void whatItIsAboutReadsBackAsItWasWritten() {
        assertThat(HostReason.SLOW_START.with(1_500L)).isEqualTo("it did not start within 1500 s");
        assertThat(HostReason.in("nothing undoes V2__beds.sql, V3__it's {odd}.sql"))
                .contains(
                        new HostReason.Told(
                                HostReason.NOT_UNDONE,
                                List.of("V2__beds.sql, V3__it's {odd}.sql")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "(conn=12) Table 'preau_sevres.garden_bed' already exists",
                "garden did not start: java.lang.IllegalStateException: version 2 runs",
                "version 2 runs out of memory"
            })
    void whatAnybodyElseSaysIsATechnicalMessage(String words) {
        assertThat(HostReason.in(words)).isEmpty();
    }
}
