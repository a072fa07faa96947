package fr.preau.core.notices.bymail;

import fr.preau.core.identity.TokenSigner;
import fr.preau.core.mail.MailQueue;
import fr.preau.core.mail.OutgoingMail;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitsOfWork;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The address that somebody has given themselves for their mails. Nothing but a link is sent there
 * before that link was followed: whoever types another one's address reaches nobody.
 */
public final class MailAddresses {

    /** How long a link is good. */
    public static final Duration LINK = Duration.ofHours(24);

    /** So many links a day, for who mistypes; more would be a nuisance to somebody. */
    public static final int MOST_LINKS = 5;

    /** What the links that stop mails are sealed for, instead of a session. */
    private static final UUID STOPPING = new UUID(0, 1);

    private final UnitsOfWork units;
    private final MailQueue queue;
    private final MailWords words;
    private final TokenSigner signer;
    private final Clock clock;
    private final Supplier<UUID> ids;

    public MailAddresses(
            UnitsOfWork units,
            MailQueue queue,
            MailWords words,
            TokenSigner signer,
            Clock clock,
            Supplier<UUID> ids) {
        this.units = units;
        this.queue = queue;
        this.words = words;
        this.signer = signer;
        this.clock = clock;
        this.ids = ids;
    }

    /** What somebody has said of their address. */
    public MailAddress of(UUID account) {
        return units
                .read(
                        DatabaseSpace.platform(),
                        unit ->
                                unit.query(
                                        "SELECT mail, wanted, stopped_at, bad_at, bad_reason"
                                                + " FROM notice_address WHERE account_id = ?",
                                        MailAddresses::address,
                                        account.toString()))
                .stream()
                .findFirst()
                .orElse(MailAddress.NONE);
    }

    private static MailAddress address(ResultSet row) throws SQLException {
        boolean bad = row.getString(4) != null;
        return new MailAddress(
                Optional.ofNullable(row.getString(1)),
                Optional.ofNullable(row.getString(2)),
                row.getString(3) != null,
                bad ? Optional.of(String.valueOf(row.getString(5))) : Optional.empty());
    }

    /**
     * Sends a link to an address that somebody wants; the one before goes on until it is followed.
     *
     * @return false where too many links were asked for today
     */
    public boolean want(UUID account, String address) {
        LocalDateTime now = utc(clock.instant());
        UUID key = ids.get();
        return units.write(
                DatabaseSpace.platform(),
                unit -> {
                    unit.update(
                            "INSERT IGNORE INTO notice_address (account_id) VALUES (?)",
                            account.toString());
                    int asked =
                            unit.update(
                                    "UPDATE notice_address SET"
                                            + " asked = IF(wanted_at > ?, asked + 1, 1),"
                                            + " wanted = ?, wanted_at = ?, wanted_key = ?"
                                            + " WHERE account_id = ?"
                                            + " AND (wanted_at IS NULL OR wanted_at <= ?"
                                            + " OR asked < ?)",
                                    now.minusDays(1),
                                    address,
                                    now,
                                    key.toString(),
                                    account.toString(),
                                    now.minusDays(1),
                                    MOST_LINKS);
                    if (asked > 0) {
                        queue.put(unit, link(account, address, key));
                    }
                    return asked > 0;
                });
    }

    private OutgoingMail link(UUID account, String address, UUID key) {
        long until = clock.instant().plus(LINK).getEpochSecond();
        String token = signer.seal(account, key + " " + until);
        return new OutgoingMail(
                ids.get(),
                account,
                address,
                words.confirmSubject(),
                words.confirmText(token),
                Optional.empty(),
                true);
    }

    /**
     * Takes an address whose link was followed, once.
     *
     * @param token of the link
     * @return whether it was good: of this account, not too old, and not used before
     */
    public boolean confirm(UUID account, String token) {
        Optional<String> key =
                signer.unseal(account, token)
                        .map(text -> text.split(" ", 2))
                        .filter(parts -> parts.length == 2 && isGood(parts[1]))
                        .map(parts -> parts[0]);
        if (key.isEmpty()) {
            return false;
        }
        return units.write(
                        DatabaseSpace.platform(),
                        unit ->
                                unit.update(
                                        "UPDATE notice_address SET mail = wanted,"
                                                + " confirmed_at = ?, wanted = NULL,"
                                                + " wanted_key = NULL, stopped_at = NULL,"
                                                + " bad_at = NULL, bad_reason = NULL"
                                                + " WHERE account_id = ? AND wanted_key = ?",
                                        utc(clock.instant()),
                                        account.toString(),
                                        key.get()))
                > 0;
    }

    private boolean isGood(String until) {
        return until.matches("[0-9]{1,15}")
                && clock.instant().getEpochSecond() < Long.parseLong(until);
    }

    /** Forgets the address, wanted or confirmed: no mails any more. */
    public void remove(UUID account) {
        units.write(
                DatabaseSpace.platform(),
                unit ->
                        unit.update(
                                "UPDATE notice_address SET mail = NULL, confirmed_at = NULL,"
                                        + " wanted = NULL, wanted_key = NULL, stopped_at = NULL,"
                                        + " bad_at = NULL, bad_reason = NULL WHERE account_id = ?",
                                account.toString()));
    }

    /** Lets mails go out again that were stopped. */
    public void goOn(UUID account) {
        units.write(
                DatabaseSpace.platform(),
                unit ->
                        unit.update(
                                "UPDATE notice_address SET stopped_at = NULL WHERE account_id = ?",
                                account.toString()));
    }

    /** What stands in each mail, to stop all of them without signing in. */
    static String stopToken(TokenSigner signer, UUID account) {
        return signer.seal(STOPPING, account.toString());
    }

    /**
     * Stops all mails of whose link this is.
     *
     * @return whether the link is one of ours
     */
    public boolean stop(String token) {
        Optional<String> account = signer.unseal(STOPPING, token);
        account.ifPresent(
                of ->
                        units.write(
                                DatabaseSpace.platform(),
                                unit ->
                                        unit.update(
                                                "UPDATE notice_address SET stopped_at = ?"
                                                        + " WHERE account_id = ?",
                                                utc(clock.instant()),
                                                of)));
        return account.isPresent();
    }

    /** Whether this is the link of a mail of ours. */
    public boolean isStopToken(String token) {
        return signer.unseal(STOPPING, token).isPresent();
    }

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
