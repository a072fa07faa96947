package fr.preau.core.mail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.core.testing.HandClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final HandClock clock = HandClock.now();

    private int taken(Pace pace, int turns, Duration between) {
        int taken = 0;
        for (int i = 0; i < turns; i++) {
            clock.advance(between);
            taken += pace.take();
        }
        return taken;
    }

    @Test
    void aMinuteHasTheMailsOfItsRate() {
        assertThat(taken(new Pace(300, clock), 60, Duration.ofSeconds(1))).isEqualTo(300);
        assertThat(taken(new Pace(90, clock), 60, Duration.ofSeconds(1))).isEqualTo(90);
        assertThat(taken(new Pace(6, clock), 60, Duration.ofSeconds(1))).isEqualTo(6);
        assertThat(taken(new Pace(600, clock), 600, Duration.ofMillis(100))).isEqualTo(600);
    }

    @Test
    void aPauseIsNotMadeUpFor() {
        assertThat(taken(new Pace(60, clock), 1, Duration.ofHours(2))).isOne();
    }
}
