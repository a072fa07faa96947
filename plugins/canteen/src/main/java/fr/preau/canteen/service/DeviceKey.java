package fr.preau.canteen.service;

import fr.preau.api.seal.Seals;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * With what a device seals its entries on one day. It follows from the secret of the installation,
 * so it stands in no table, and a device that opens the line again gets the same one.
 */
final class DeviceKey {

    private static final String ALGORITHM = "HmacSHA256";

    /** Of the numbers of badges only so much is handed out, which is enough to tell them apart. */
    private static final int MARK = 32;

    private final UUID device;
    private final LocalDate day;
    private final String hex;
    private final Mac mac;

    DeviceKey(Seals seals, UUID device, LocalDate day) {
        this.device = device;
        this.day = day;
        this.hex = seals.of("canteen line|" + device + "|" + day);
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(hex), ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** For the device, once, over https: 64 hexadecimal digits. */
    String hex() {
        return hex;
    }

    private String hmac(String text) {
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The seal of an entry of this device. */
    String seal(String text) {
        return hmac(device + "|" + day + "|" + text);
    }

    /** Whether this device has written the entry; compared without telling how far it agrees. */
    boolean holds(Entry entry) {
        return MessageDigest.isEqual(
                seal(entry.text()).getBytes(StandardCharsets.US_ASCII),
                entry.seal().getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * By what the device knows a badge. It holds no number, so nobody prints the badges of a whole
     * collège from a tablet that was left lying.
     */
    String mark(String number) {
        return hmac("badge|" + number).substring(0, MARK);
    }
}
