package fr.preau.core.notices.push;

import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitsOfWork;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** The browsers that people let Préau speak to. */
public final class Devices {

    /** More than anybody has; the oldest one goes. */
    static final int MOST = 10;

    private static final int LONGEST_ENDPOINT = 1000;
    private static final int LONGEST_NAME = 80;

    /** An uncompressed point of the curve, and the secret of a subscription. */
    private static final int KEY_BYTES = 65;

    private static final int AUTH_BYTES = 16;

    /** Where and how a device is spoken to. */
    record Way(UUID id, String endpoint, byte[] key, byte[] auth) {}

    private final UnitsOfWork units;
    private final PushServices services;
    private final Clock clock;
    private final Supplier<UUID> ids;

    public Devices(UnitsOfWork units, PushServices services, Clock clock, Supplier<UUID> ids) {
        this.units = units;
        this.services = services;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Lets a browser in, for whoever is signed in there now.
     *
     * @param key its public key, Base64 for addresses
     * @param auth its secret, the same
     * @return false for what no browser says
     */
    public boolean add(UUID account, String endpoint, String key, String auth, String name) {
        if (endpoint.length() > LONGEST_ENDPOINT
                || !services.know(endpoint)
                || bytes(key).length != KEY_BYTES
                || bytes(auth).length != AUTH_BYTES) {
            return false;
        }
        String called = name.strip().isEmpty() ? "?" : name.strip();
        units.write(
                DatabaseSpace.platform(),
                unit -> {
                    unit.update("DELETE FROM push_device WHERE digest = ?", digest(endpoint));
                    unit.update(
                            "INSERT INTO push_device (id, account_id, endpoint, digest, p256dh,"
                                    + " auth, name, made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                            ids.get().toString(),
                            account.toString(),
                            endpoint,
                            digest(endpoint),
                            key,
                            auth,
                            called.substring(0, Math.min(called.length(), LONGEST_NAME)),
                            utc(clock.instant()));
                    for (String old :
                            unit.query(
                                    "SELECT id FROM push_device WHERE account_id = ?"
                                            + " ORDER BY made_at DESC, id DESC LIMIT 100 OFFSET "
                                            + MOST,
                                    row -> row.getString(1),
                                    account.toString())) {
                        unit.update("DELETE FROM push_device WHERE id = ?", old);
                    }
                    return true;
                });
        return true;
    }

    /** Those of somebody, the newest first. */
    public List<Device> of(UUID account) {
        return units.read(
                DatabaseSpace.platform(),
                unit ->
                        unit.query(
                                "SELECT id, name, made_at FROM push_device WHERE account_id = ?"
                                        + " ORDER BY made_at DESC, id DESC",
                                row ->
                                        new Device(
                                                UUID.fromString(row.getString(1)),
                                                row.getString(2),
                                                row.getObject(3, LocalDateTime.class)
                                                        .toInstant(ZoneOffset.UTC)),
                                account.toString()));
    }

    /** Takes one of somebody's own away. */
    public void remove(UUID account, UUID device) {
        units.write(
                DatabaseSpace.platform(),
                unit ->
                        unit.update(
                                "DELETE FROM push_device WHERE account_id = ? AND id = ?",
                                account.toString(),
                                device.toString()));
    }

    /** Of several people at once, in one statement. */
    Map<UUID, List<Way>> waysTo(Collection<UUID> accounts) {
        Map<UUID, List<Way>> ways = new HashMap<>();
        if (accounts.isEmpty()) {
            return ways;
        }
        units.read(
                DatabaseSpace.platform(),
                unit ->
                        unit.query(
                                "SELECT account_id, id, endpoint, p256dh, auth FROM push_device"
                                        + " WHERE account_id IN ("
                                        + String.join(
                                                ", ", Collections.nCopies(accounts.size(), "?"))
                                        + ")",
                                row ->
                                        ways.computeIfAbsent(
                                                        UUID.fromString(row.getString(1)),
                                                        account -> new ArrayList<>())
                                                .add(way(row)),
                                accounts.stream().map(UUID::toString).toArray()));
        return ways;
    }

    private static Way way(ResultSet row) throws SQLException {
        return new Way(
                UUID.fromString(row.getString(2)),
                row.getString(3),
                bytes(row.getString(4)),
                bytes(row.getString(5)));
    }

    /** The browser has said that it wants no more. */
    void forget(UUID device) {
        units.write(
                DatabaseSpace.platform(),
                unit -> unit.update("DELETE FROM push_device WHERE id = ?", device.toString()));
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getUrlDecoder().decode(base64.replaceAll("=+$", ""));
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static String digest(String endpoint) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(endpoint.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
