package fr.preau.portal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a node takes from its environment, and what it does not start with. */
class SettingsTest {

    private static Settings with(String name, String value) {
        Map<String, String> given = new HashMap<>();
        given.put("preau.secret", "a secret of this test that is long enough");
        for (String folder : new String[] {"tenants", "plugins", "imports", "work"}) {
            given.put("preau." + folder, folder);
        }
        given.put(name, value);
        return Settings.from(config(given));
    }

    private static Config config(Map<String, String> given) {
        return (Config)
                Proxy.newProxyInstance(
                        SettingsTest.class.getClassLoader(),
                        new Class<?>[] {Config.class},
                        (proxy, method, arguments) -> {
                            String value = given.get(String.valueOf(arguments[0]));
                            return Optional.ofNullable(
                                    value != null && arguments[1] == Boolean.class
                                            ? Boolean.valueOf(value)
                                            : value);
                        });
    }

    @Test
    void whatIsToBeErasedWaitsThirtyDaysUnlessTheDepartementSaysOtherwise() {
        assertThat(with("preau.node", "preau-2").erasureDelay()).isEqualTo(Duration.ofDays(30));
        assertThat(with("preau.erasure.days", "90").erasureDelay()).isEqualTo(Duration.ofDays(90));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "6", "366", "-30", "un mois", "30.5", "99999999999"})
    void aDelayThatIsNoneOrForEverIsNotStartedWith(String days) {
        assertThatThrownBy(() -> with("preau.erasure.days", days))
                .isInstanceOf(NotStarted.class)
                .hasMessageContaining("from 7 to 365, not " + days);
    }
}
