package fr.preau.core.seal;

import fr.preau.api.school.Uai;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret of the installation as far as seals need it: each module has a key of its own at each
 * collège, and none of them tells another one or the secret.
 */
public final class SealSecret {

    private static final String HMAC = "HmacSHA256";
    private static final String PURPOSE = "preau-seals-1";

    private final byte[] secret;

    /**
     * @param secret the same on every node
     */
    public SealSecret(String secret) {
        this.secret = mac(secret.getBytes(StandardCharsets.UTF_8), PURPOSE);
    }

    String seal(String module, Uai college, String text) {
        byte[] key = mac(secret, module + "\n" + college.value());
        return HexFormat.of().formatHex(mac(key, text));
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }
}
