package fr.preau.core.notices.bymail;

import fr.preau.api.school.Uai;
import fr.preau.core.identity.TokenSigner;
import fr.preau.core.mail.MailQueue;
import fr.preau.core.mail.OutgoingMail;
import fr.preau.core.notices.ReceivedNotices;
import fr.preau.core.notices.quiet.QuietMoments;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitOfWork;
import fr.preau.core.tenancy.UnitsOfWork;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes mails of the notices that are due: one for each person, whatever has gathered over a day, a
 * night or the holidays. What they have seen in the portal meanwhile is not in it.
 */
public final class NoticeLetters {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeLetters.class);

    /** So many stand in one mail; the rest is told as a number. */
    static final int MOST_LINES = 30;

    /** No more than that are gathered for one mail. */
    private static final int MOST_GATHERED = 500;

    /** How long it is known that a notice has gone by mail: as long as the notice itself stays. */
    private static final Duration KEPT = Duration.ofDays(100);

    private final UnitsOfWork units;
    private final ReceivedNotices notices;
    private final MailQueue queue;
    private final MailWords words;
    private final TokenSigner signer;
    private final QuietMoments quiet;
    private final Clock clock;
    private final Supplier<UUID> ids;

    public NoticeLetters(
            UnitsOfWork units,
            ReceivedNotices notices,
            MailQueue queue,
            MailWords words,
            TokenSigner signer,
            QuietMoments quiet,
            Clock clock,
            Supplier<UUID> ids) {
        this.units = units;
        this.notices = notices;
        this.queue = queue;
        this.words = words;
        this.signer = signer;
        this.quiet = quiet;
        this.clock = clock;
        this.ids = ids;
    }

    private record Due(long id, Uai uai, long notice, MailWords.Line line, boolean urgent) {}

    /**
     * Makes the mails of those for whom something is due.
     *
     * @param most how many people at most
     * @return how many were looked at
     */
    public int make(int most) {
        return make("", most);
    }

    /** The same for those only for whom something is due that is urgent. */
    public int makeUrgent(int most) {
        return make(" AND urgent", most);
    }

    private int make(String which, int most) {
        List<String> accounts =
                units.read(
                        DatabaseSpace.platform(),
                        unit ->
                                unit.query(
                                        "SELECT account_id FROM notice_mail WHERE due_at <= ?"
                                                + which
                                                + " GROUP BY account_id"
                                                + " ORDER BY MAX(urgent) DESC, MIN(due_at) LIMIT "
                                                + most,
                                        row -> row.getString(1),
                                        now()));
        for (String account : accounts) {
            try {
                make(UUID.fromString(account));
            } catch (RuntimeException e) {
                // One mail that can't be made does not keep the others back.
                LOG.error("no mail can be made for the account {}", account, e);
            }
        }
        return accounts.size();
    }

    private void make(UUID account) {
        List<Due> due = heard(units.read(DatabaseSpace.platform(), unit -> due(unit, account, "")));
        Map<Uai, Set<Long>> unseen = new HashMap<>();
        Map<Uai, List<Long>> asked = new HashMap<>();
        due.forEach(
                one ->
                        asked.computeIfAbsent(one.uai(), uai -> new ArrayList<>())
                                .add(one.notice()));
        asked.forEach((uai, ids) -> unseen.put(uai, new HashSet<>(notices.stillUnseen(uai, ids))));
        units.write(
                DatabaseSpace.platform(),
                unit -> {
                    put(unit, account, due(unit, account, " FOR UPDATE"), unseen, asked);
                    return true;
                });
    }

    /**
     * Without what was late and came into the quiet hours of its collège: that waits for their end.
     */
    private List<Due> heard(List<Due> due) {
        Instant now = clock.instant();
        Map<Uai, Instant> next = new HashMap<>();
        List<Due> heard = new ArrayList<>();
        Map<Uai, List<Due>> held = new HashMap<>();
        for (Due one : due) {
            boolean waits =
                    !one.urgent()
                            && next.computeIfAbsent(one.uai(), uai -> quiet.next(uai, now))
                                    .isAfter(now);
            (waits ? held.computeIfAbsent(one.uai(), uai -> new ArrayList<>()) : heard).add(one);
        }
        held.forEach((uai, ofCollege) -> putOff(ofCollege, next.getOrDefault(uai, now)));
        return heard;
    }

    private void putOff(List<Due> held, Instant until) {
        List<Object> values = new ArrayList<>();
        values.add(MailAddresses.utc(until));
        held.forEach(one -> values.add(one.id()));
        units.write(
                DatabaseSpace.platform(),
                unit ->
                        unit.update(
                                "UPDATE notice_mail SET due_at = ? WHERE id IN ("
                                        + String.join(", ", Collections.nCopies(held.size(), "?"))
                                        + ")",
                                values.toArray()));
    }

    private List<Due> due(UnitOfWork platform, UUID account, String lock) throws SQLException {
        return platform.query(
                "SELECT id, uai, notice_id, kind, title, href, urgent FROM notice_mail"
                        + " WHERE account_id = ? AND due_at <= ? ORDER BY id LIMIT "
                        + MOST_GATHERED
                        + lock,
                row ->
                        new Due(
                                row.getLong(1),
                                new Uai(row.getString(2)),
                                row.getLong(3),
                                new MailWords.Line(
                                        row.getString(4), row.getString(5), row.getString(6)),
                                row.getBoolean(7)),
                account.toString(),
                now());
    }

    /** The mail and the note that these notices are in it are one commit. */
    private void put(
            UnitOfWork platform,
            UUID account,
            List<Due> due,
            Map<Uai, Set<Long>> unseen,
            Map<Uai, List<Long>> asked)
            throws SQLException {
        List<Due> known =
                due.stream()
                        .filter(
                                one ->
                                        asked.getOrDefault(one.uai(), List.of())
                                                .contains(one.notice()))
                        .toList();
        if (known.isEmpty()) {
            return;
        }
        List<Due> told =
                known.stream()
                        .filter(
                                one ->
                                        unseen.getOrDefault(one.uai(), Set.of())
                                                .contains(one.notice()))
                        .toList();
        Optional<String> address = told.isEmpty() ? Optional.empty() : address(platform, account);
        UUID mail = ids.get();
        if (address.isPresent()) {
            queue.put(platform, letter(mail, account, address.get(), told));
        }
        List<Object> values = new ArrayList<>();
        values.add(mail.toString());
        known.forEach(one -> values.add(one.id()));
        platform.update(
                "UPDATE notice_mail SET due_at = NULL, mail_id = ? WHERE id IN ("
                        + String.join(", ", Collections.nCopies(known.size(), "?"))
                        + ")",
                values.toArray());
    }

    private static Optional<String> address(UnitOfWork platform, UUID account) throws SQLException {
        return platform
                .query(
                        "SELECT mail FROM notice_address WHERE account_id = ?"
                                + " AND mail IS NOT NULL AND stopped_at IS NULL"
                                + " AND bad_at IS NULL",
                        row -> row.getString(1),
                        account.toString())
                .stream()
                .findFirst();
    }

    private OutgoingMail letter(UUID mail, UUID account, String address, List<Due> told) {
        List<MailWords.Line> lines = told.stream().map(Due::line).toList();
        String stop = MailAddresses.stopToken(signer, account);
        return new OutgoingMail(
                mail,
                account,
                address,
                words.subject(lines),
                words.text(lines, stop),
                Optional.of(words.stopHref(stop)),
                told.stream().anyMatch(Due::urgent));
    }

    /** Forgets what has gone by mail long ago. */
    public void forget() {
        LocalDateTime before = MailAddresses.utc(clock.instant().minus(KEPT));
        units.write(
                DatabaseSpace.platform(),
                unit ->
                        unit.update(
                                "DELETE FROM notice_mail WHERE made_at < ? LIMIT 5000", before));
    }

    private LocalDateTime now() {
        return MailAddresses.utc(clock.instant());
    }
}
