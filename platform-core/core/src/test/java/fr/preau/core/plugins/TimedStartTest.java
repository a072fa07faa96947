package fr.preau.core.plugins;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.core.plugins.manifest.PluginRefused;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class TimedStartTest {

    private final TimedStart start =
            new TimedStart(Executors.defaultThreadFactory(), Duration.ofMillis(100));

    @Test
    void aPluginThatHangsWhileItStartsIsRefusedAndTold() throws Exception {
        CountDownLatch told = new CountDownLatch(1);

        assertThatThrownBy(
                        () ->
                                start.within(
                                        () -> {
                                            try {
                                                new CountDownLatch(1).await();
                                            } catch (InterruptedException e) {
                                                told.countDown();
                                            }
                                            throw new PluginRefused("too late");
                                        }))
                .isInstanceOf(PluginRefused.class)
                .hasMessageContaining("did not start within");
        told.await();
    }

    @Test
    void whatItThrowsComesOutAsARefusal() {
        assertThatThrownBy(
                        () ->
                                start.within(
                                        () -> {
                                            throw new PluginRefused("no menu");
                                        }))
                .hasMessage("no menu");
        assertThatThrownBy(
                        () ->
                                start.within(
                                        () -> {
                                            throw new IllegalStateException("no garden today");
                                        }))
                .isInstanceOf(PluginRefused.class)
                .hasMessageContaining("no garden today");
        assertThatThrownBy(
                        () ->
                                start.within(
                                        () -> {
                                            throw new NoSuchMethodError("of another API");
                                        }))
                .isInstanceOf(NoSuchMethodError.class);
    }
}
