package fr.preau.portal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.core.mail.MailServer;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a node takes from its environment, and what it does not start with. */
class SettingsTest {

    private static Settings with(String name, String value) {
        return with(Map.of(name, value));
    }

    private static Settings with(Map<String, String> some) {
        Map<String, String> given = new HashMap<>();
        given.put("preau.secret", "a secret of this test that is long enough");
        for (String folder : new String[] {"tenants", "plugins", "imports", "work"}) {
            given.put("preau." + folder, folder);
        }
        given.putAll(some);
        return Settings.from(config(given));
    }

    private static Config config(Map<String, String> given) {
        return (Config)
                Proxy.newProxyInstance(
                        SettingsTest.class.getClassLoader(),
                        new Class<?>[] {Config.class},
                        (proxy, method, arguments) -> {
                            String value = given.get(String.valueOf(arguments[0]));
                            if (value == null) {
                                return Optional.empty();
                            }
                            return Optional.of(
                                    arguments[1] == Boolean.class
                                            ? Boolean.valueOf(value)
                                            : arguments[1] == Integer.class
                                                    ? Integer.valueOf(value)
                                                    : value);
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "'', the setting preau.secret is missing",
        "too-short, PREAU_SECRET has fewer than 32 characters",
        "demo-0123456789abcdef0123456789abcdef, PREAU_SECRET is the secret of a demo"
    })
    void aNodeDoesNotStartWithoutASecretOfItsOwn(String secret, String reason) {
        assertThatThrownBy(() -> with("preau.secret", secret))
                .isInstanceOf(NotStarted.class)
                .hasMessageContaining(reason);
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

    private static Map<String, String> mail(String... more) {
        Map<String, String> given = new HashMap<>();
        given.put("preau.site", "https://ent.example");
        given.put("preau.mail.host", "smtp.example");
        given.put("preau.mail.from", "preau@ent.example");
        for (int i = 0; i < more.length; i += 2) {
            given.put(more[i], more[i + 1]);
        }
        return given;
    }

    @Test
    void withoutAServerNoMailIsSentAndWithOneItIsProtected() {
        assertThat(with("preau.node", "preau-2").mail()).isEmpty();

        MailServer server = with(mail()).mail().orElseThrow();

        assertThat(server.port()).isEqualTo(587);
        assertThat(server.security()).isEqualTo(MailServer.Security.STARTTLS);
        assertThat(server.perMinute()).isEqualTo(300);
        assertThat(server.account()).isEmpty();
        assertThat(with(mail("preau.mail.security", "tls")).mail().orElseThrow().port())
                .isEqualTo(465);
        assertThat(MailSettings.host("https://ent.example:8443")).isEqualTo("ent.example");
    }

    @Test
    void aMailThatWouldLeadNowhereOrFromNobodyIsNotStartedWith() {
        Map<String, String> without = mail();
        without.remove("preau.site");
        assertThatThrownBy(() -> with(without)).hasMessageContaining("PREAU_SITE");
        Map<String, String> nobody = mail();
        nobody.remove("preau.mail.from");
        assertThatThrownBy(() -> with(nobody)).hasMessageContaining("PREAU_MAIL_FROM");
        assertThatThrownBy(() -> with(mail("preau.mail.user", "preau")))
                .hasMessageContaining("PREAU_MAIL_PASSWORD");
        assertThatThrownBy(() -> with(mail("preau.mail.security", "ssl3")))
                .hasMessageContaining("starttls");
        assertThatThrownBy(() -> with(mail("preau.mail.rate", "0")))
                .hasMessageContaining("PREAU_MAIL_RATE");
        assertThatThrownBy(() -> with(mail("preau.site", "ent.example/")))
                .hasMessageContaining("PREAU_SITE");
    }

    @Test
    void thePasswordOfTheServerIsInNoLog() {
        Settings settings =
                with(mail("preau.mail.user", "preau", "preau.mail.password", "tres-secret"));

        assertThat(settings.mail().orElseThrow().toString()).doesNotContain("tres-secret");
    }
}
