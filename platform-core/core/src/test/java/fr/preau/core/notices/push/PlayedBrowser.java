package fr.preau.core.notices.push;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A browser with the keys of a subscription, which reads what is sent to it as RFC 8291 says. */
final class PlayedBrowser {

    private final String endpoint;
    private final KeyPair keys;
    private final byte[] auth = new byte[16];

    PlayedBrowser(String endpoint) {
        this.endpoint = endpoint;
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        new SecureRandom().nextBytes(auth);
    }

    String endpoint() {
        return endpoint;
    }

    String key() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(point());
    }

    String auth() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(auth);
    }

    private byte[] point() {
        ECPoint point = ((ECPublicKey) keys.getPublic()).getW();
        byte[] bytes = new byte[65];
        bytes[0] = 4;
        put(point.getAffineX(), bytes, 1);
        put(point.getAffineY(), bytes, 33);
        return bytes;
    }

    private static void put(BigInteger number, byte[] bytes, int at) {
        byte[] raw = number.toByteArray();
        int from = Math.max(0, raw.length - 32);
        int length = raw.length - from;
        System.arraycopy(raw, from, bytes, at + 32 - length, length);
    }

    /** What a message says. */
    byte[] decrypted(byte[] body) {
        try {
            ByteBuffer in = ByteBuffer.wrap(body);
            byte[] salt = new byte[16];
            in.get(salt);
            in.getInt();
            byte[] server = new byte[in.get()];
            in.get(server);
            byte[] text = new byte[in.remaining()];
            in.get(text);
            byte[] shared = shared(server);
            byte[] secret =
                    derived(shared, auth, joined(ascii("WebPush: info\0"), point(), server), 32);
            byte[] key = derived(secret, salt, ascii("Content-Encoding: aes128gcm\0"), 16);
            byte[] nonce = derived(secret, salt, ascii("Content-Encoding: nonce\0"), 12);
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(key, "AES"),
                    new GCMParameterSpec(128, nonce));
            byte[] padded = cipher.doFinal(text);
            int end = padded.length - 1;
            while (padded[end] == 0) {
                end--;
            }
            return Arrays.copyOf(padded, end);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not for this browser", e);
        }
    }

    private byte[] shared(byte[] server) throws GeneralSecurityException {
        ECPoint point =
                new ECPoint(
                        new BigInteger(1, Arrays.copyOfRange(server, 1, 33)),
                        new BigInteger(1, Arrays.copyOfRange(server, 33, 65)));
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(keys.getPrivate());
        agreement.doPhase(
                KeyFactory.getInstance("EC")
                        .generatePublic(
                                new ECPublicKeySpec(
                                        point, ((ECPublicKey) keys.getPublic()).getParams())),
                true);
        return agreement.generateSecret();
    }

    /** HKDF with SHA-256, for at most 32 bytes. */
    private static byte[] derived(byte[] input, byte[] salt, byte[] info, int length)
            throws GeneralSecurityException {
        byte[] extracted = mac(salt, input);
        return Arrays.copyOf(mac(extracted, joined(info, new byte[] {1})), length);
    }

    private static byte[] mac(byte[] key, byte[] text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] joined(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(p -> p.length).sum());
        Arrays.stream(parts).forEach(all::put);
        return all.array();
    }
}
