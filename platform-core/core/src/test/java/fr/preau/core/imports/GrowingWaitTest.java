package fr.preau.core.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GrowingWaitTest {

    @Test
    void theWaitDoublesFromTenSecondsToTenMinutes() {
        assertThat(IntStream.rangeClosed(1, 9).mapToObj(GrowingWait::new))
                .extracting(wait -> wait.length().toSeconds())
                .containsExactly(10L, 20L, 40L, 80L, 160L, 320L, 600L, 600L, 600L);
    }

    @Test
    void failuresForAYearDoNotOverflow() {
        assertThat(new GrowingWait(Integer.MAX_VALUE).length().toSeconds()).isEqualTo(600);
    }
}
