package fr.preau.core.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.core.testing.HandClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which tokens open a session, and which don't. */
class TokenSignerTest {

    private static final String SECRET = "a secret of the tests, longer than it needs to be";
    private static final UUID SESSION = UUID.fromString("01935f2a-7f4c-7b1d-9d2e-0c9a1b2c3d4e");
    private static final UUID ACCOUNT = UUID.fromString("01935f2a-7f4c-7b1d-9d2e-0c9a1b2c3d4f");

    private final HandClock clock = HandClock.now();
    private final TokenSigner signer = new TokenSigner(SECRET, clock);

    @Test
    void ourOwnTokenIsReadOnEveryNode() {
        TokenSigner otherNode = new TokenSigner(SECRET, clock);
        assertThat(otherNode.read(signer.sign(SESSION, ACCOUNT)))
                .hasValueSatisfying(
                        token -> {
                            assertThat(token.session()).isEqualTo(SESSION);
                            assertThat(token.account()).isEqualTo(ACCOUNT);
                            assertThat(token.expires())
                                    .isEqualTo(clock.instant().plus(TokenSigner.LIFE));
                            assertThat(token.renewAfter()).isBefore(token.expires());
                        });
    }

    @Test
    void anExpiredTokenIsWorthNothing() {
        String token = signer.sign(SESSION, ACCOUNT);
        clock.advance(TokenSigner.LIFE.minusSeconds(1));
        assertThat(signer.read(token)).isPresent();
        clock.advance(Duration.ofSeconds(1));
        assertThat(signer.read(token)).isEmpty();
    }

    @Test
    void aTokenUnderAForeignSecretIsWorthNothing() {
        TokenSigner foreign = new TokenSigner(SECRET.toUpperCase(java.util.Locale.ROOT), clock);
        assertThat(signer.read(foreign.sign(SESSION, ACCOUNT))).isEmpty();
    }

    @Test
    void aTokenWithoutASignatureIsWorthNothing() {
        String[] parts = signer.sign(SESSION, ACCOUNT).split("\\.", -1);
        String unsigned = encoded("{\"alg\":\"none\"}") + "." + parts[1] + ".";
        assertThat(signer.read(unsigned)).isEmpty();
        assertThat(signer.read(parts[0] + "." + parts[1] + ".")).isEmpty();
    }

    @Test
    void aTokenThatSaysAnotherAlgorithmIsWorthNothing() {
        String[] parts = signer.sign(SESSION, ACCOUNT).split("\\.", -1);
        for (String algorithm : new String[] {"HS512", "RS256", "dir", "hs256"}) {
            String header = encoded("{\"alg\":\"" + algorithm + "\"}");
            assertThat(signer.read(header + "." + parts[1] + "." + parts[2])).isEmpty();
        }
    }

    @Test
    void aTokenWithOneBitChangedIsWorthNothing() {
        String[] parts = signer.sign(SESSION, ACCOUNT).split("\\.", -1);
        byte[] claims = Base64.getUrlDecoder().decode(parts[1]);
        String changed =
                new String(claims, StandardCharsets.UTF_8)
                        .replace(ACCOUNT.toString(), SESSION.toString());
        assertThat(signer.read(parts[0] + "." + encoded(changed) + "." + parts[2])).isEmpty();
        byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
        signature[7] ^= 1;
        assertThat(signer.read(parts[0] + "." + parts[1] + "." + encoded(signature))).isEmpty();
    }

    @Test
    void whatIsNoTokenAtAllIsWorthNothing() {
        for (String text : new String[] {"", ".", "..", "a.b.c", "x".repeat(100_000), "\u0000"}) {
            assertThat(signer.read(text)).isEmpty();
        }
    }

    @Test
    void aShortSecretIsRefused() {
        assertThatThrownBy(() -> new TokenSigner("x".repeat(31), clock))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("32")
                .hasMessageNotContaining("xxx");
    }

    @Test
    void aFormTokenIsGoodForItsSessionOnly() {
        String form = signer.formToken(SESSION);
        assertThat(signer.isFormToken(SESSION, form)).isTrue();
        assertThat(signer.isFormToken(ACCOUNT, form)).isFalse();
        assertThat(signer.isFormToken(SESSION, "")).isFalse();
        assertThat(signer.isFormToken(SESSION, form + "x")).isFalse();
        // Neither stands in for the other.
        assertThat(signer.read(form)).isEmpty();
        assertThat(signer.isFormToken(SESSION, signer.sign(SESSION, ACCOUNT))).isFalse();
    }

    @Test
    void aSealedTextIsReadInItsSessionOnlyAndNeverChanged() {
        String carried = signer.seal(SESSION, "Message envoyé à 52 personnes.");
        assertThat(signer.unseal(SESSION, carried)).contains("Message envoyé à 52 personnes.");
        assertThat(signer.unseal(ACCOUNT, carried)).isEmpty();
        String[] parts = carried.split("\\.", -1);
        assertThat(signer.unseal(SESSION, encoded("Compte supprimé.") + "." + parts[1])).isEmpty();
        for (String text : new String[] {"", ".", "é.é", parts[0], parts[0] + ".", carried + "A"}) {
            assertThat(signer.unseal(SESSION, text)).as(text).isEmpty();
        }
        // A text can't be made to pass for the token of a form.
        assertThat(signer.isFormToken(SESSION, parts[1])).isFalse();
    }

    private static String encoded(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
