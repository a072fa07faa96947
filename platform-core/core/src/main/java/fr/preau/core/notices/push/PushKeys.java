package fr.preau.core.notices.push;

import com.interaso.webpush.VapidKeys;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitsOfWork;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys that push services know Préau by. Made once, by the node that needs them first: with
 * others every device would have to be let in again.
 */
public final class PushKeys {

    private final UnitsOfWork units;
    private final Clock clock;
    private volatile @Nullable VapidKeys known;

    public PushKeys(UnitsOfWork units, Clock clock) {
        this.units = units;
        this.clock = clock;
    }

    /** What a browser wants to know, in Base64 for addresses. */
    public String publicKey() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(keys().getApplicationServerKey());
    }

    VapidKeys keys() {
        VapidKeys keys = known;
        if (keys == null) {
            keys = read();
            if (keys == null) {
                make();
                keys = read();
            }
            if (keys == null) {
                throw new IllegalStateException("the keys for push services were not kept");
            }
            known = keys;
        }
        return keys;
    }

    private @Nullable VapidKeys read() {
        List<VapidKeys> found =
                units.read(
                        DatabaseSpace.platform(),
                        unit ->
                                unit.query(
                                        "SELECT public_key, private_key FROM push_key",
                                        row ->
                                                VapidKeys.create(
                                                        row.getString(1), row.getString(2))));
        return found.isEmpty() ? null : found.get(0);
    }

    /** Of two nodes that begin at once the first one's stay. */
    private void make() {
        VapidKeys made = VapidKeys.generate();
        units.write(
                DatabaseSpace.platform(),
                unit ->
                        unit.update(
                                "INSERT IGNORE INTO push_key (id, public_key, private_key, made_at)"
                                        + " VALUES (1, ?, ?, ?)",
                                made.getX509PublicKey(),
                                made.getPkcs8PrivateKey(),
                                Devices.utc(clock.instant())));
    }
}
