package fr.preau.core.notices.push;

import fr.preau.api.school.Uai;
import fr.preau.core.jobs.JobLeases;
import fr.preau.core.notices.ReceivedNotices;
import fr.preau.core.notices.quiet.QuietMoments;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitsOfWork;
import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due to the devices of people. A message may reach a device twice after a crash: it
 * has the name of its notice, so the second one takes the place of the first, before a push service
 * has delivered it (topic) as well as on the screen (tag).
 */
public final class NoticesByPush {

    private static final Logger LOG = LoggerFactory.getLogger(NoticesByPush.class);

    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final Duration KEPT = Duration.ofDays(100);

    private static final int AT_ONCE = 200;

    private static final int MOST_TRIES = 6;

    private final UnitsOfWork units;
    private final ReceivedNotices notices;
    private final Devices devices;
    private final PushSender sender;
    private final QuietMoments quiet;
    private final JobLeases leases;
    private final Clock clock;

    /**
     * @param site how people reach Préau
     */
    public NoticesByPush(
            UnitsOfWork units,
            ReceivedNotices notices,
            Devices devices,
            PushKeys keys,
            PushServices services,
            String site,
            QuietMoments quiet,
            JobLeases leases,
            Clock clock) {
        this.units = units;
        this.notices = notices;
        this.devices = devices;
        this.sender = new PushSender(contact(site), keys, services);
        this.quiet = quiet;
        this.leases = leases;
        this.clock = clock;
    }

    /** Push services take no address without a name that all can ask. */
    private static String contact(String site) {
        return site.startsWith("https://") ? site : "https://localhost";
    }

    private record Due(
            long id,
            UUID account,
            Uai uai,
            long notice,
            String kind,
            String title,
            String href,
            boolean urgent,
            int tries) {

        String name() {
            return uai.value() + "-" + notice;
        }
    }

    /** Sends what is due; to be repeated every second. */
    public void turn() {
        if (!leases.take("notice-push", LEASE)) {
            return;
        }
        List<Due> due = new ArrayList<>(due());
        holdWhatIsQuiet(due);
        Set<String> unseen = unseen(due);
        Map<UUID, List<Devices.Way>> ways =
                devices.waysTo(due.stream().map(Due::account).distinct().toList());
        List<Sent> sent =
                due.stream()
                        .map(
                                one ->
                                        begun(
                                                one,
                                                unseen.contains(one.name())
                                                        ? ways.getOrDefault(
                                                                one.account(), List.of())
                                                        : List.of()))
                        .toList();
        sent.forEach(this::ended);
    }

    /** What was late, or is tried again, wakes nobody: it waits for the morning. */
    private void holdWhatIsQuiet(List<Due> due) {
        Instant now = clock.instant();
        Set<Uai> colleges =
                due.stream().filter(one -> !one.urgent()).map(Due::uai).collect(Collectors.toSet());
        for (Uai uai : colleges) {
            Instant next = quiet.next(uai, now);
            if (next.isAfter(now)) {
                due.removeIf(one -> one.uai().equals(uai) && !one.urgent());
                units.write(
                        DatabaseSpace.platform(),
                        unit ->
                                unit.update(
                                        "UPDATE notice_push SET due_at = ? WHERE uai = ?"
                                                + " AND due_at <= ? AND NOT urgent",
                                        Devices.utc(next),
                                        uai.value(),
                                        Devices.utc(now)));
            }
        }
    }

    /**
     * The names of those that are still to be told. Those of a collège that can't be read just now
     * are put off, and keep nobody else's back.
     */
    private Set<String> unseen(List<Due> due) {
        Map<Uai, List<Long>> ids = new HashMap<>();
        due.forEach(
                one -> ids.computeIfAbsent(one.uai(), uai -> new ArrayList<>()).add(one.notice()));
        Set<String> names = new HashSet<>();
        ids.forEach(
                (uai, of) -> {
                    try {
                        notices.stillUnseen(uai, of)
                                .forEach(notice -> names.add(uai.value() + "-" + notice));
                    } catch (RuntimeException e) {
                        LOG.error("the notices of {} go to devices later", uai, e);
                        due.removeIf(one -> one.uai().equals(uai));
                        putOff(uai);
                    }
                });
        return names;
    }

    private void putOff(Uai uai) {
        LocalDateTime now = Devices.utc(clock.instant());
        units.write(
                DatabaseSpace.platform(),
                unit ->
                        unit.update(
                                "UPDATE notice_push SET due_at = ? WHERE uai = ? AND due_at <= ?",
                                now.plusMinutes(5),
                                uai.value(),
                                now));
    }

    /** A message on its way to a device. */
    private record OnItsWay(UUID device, CompletableFuture<PushSender.Outcome> outcome) {}

    /** A notice on its way to the devices of somebody: all at once, for each takes its time. */
    private record Sent(Due notice, List<OnItsWay> messages) {}

    private Sent begun(Due one, List<Devices.Way> ways) {
        return new Sent(
                one,
                ways.stream()
                        .map(
                                way ->
                                        new OnItsWay(
                                                way.id(),
                                                sender.send(
                                                        way,
                                                        message(one),
                                                        one.name(),
                                                        one.urgent())))
                        .toList());
    }

    private void ended(Sent sent) {
        boolean later = false;
        for (OnItsWay message : sent.messages()) {
            PushSender.Outcome outcome = message.outcome().join();
            if (outcome == PushSender.Outcome.GONE) {
                devices.forget(message.device());
            }
            later |= outcome == PushSender.Outcome.LATER;
        }
        Due one = sent.notice();
        ended(one, later ? next(one.tries() + 1) : Optional.empty());
    }

    private List<Due> due() {
        return units.read(
                DatabaseSpace.platform(),
                unit ->
                        unit.query(
                                "SELECT id, account_id, uai, notice_id, kind, title, href, urgent,"
                                        + " tries FROM notice_push WHERE due_at <= ?"
                                        + " ORDER BY urgent DESC, due_at, id LIMIT "
                                        + AT_ONCE,
                                row ->
                                        new Due(
                                                row.getLong(1),
                                                UUID.fromString(row.getString(2)),
                                                new Uai(row.getString(3)),
                                                row.getLong(4),
                                                row.getString(5),
                                                row.getString(6),
                                                row.getString(7),
                                                row.getBoolean(8),
                                                row.getInt(9)),
                                Devices.utc(clock.instant())));
    }

    private Optional<LocalDateTime> next(int tries) {
        return tries > MOST_TRIES
                ? Optional.empty()
                : Optional.of(
                        Devices.utc(
                                clock.instant().plus(Duration.ofMinutes(1L << (2 * tries - 2)))));
    }

    private void ended(Due one, Optional<LocalDateTime> again) {
        units.write(
                DatabaseSpace.platform(),
                unit ->
                        unit.update(
                                "UPDATE notice_push SET due_at = ?, tries = tries + 1 WHERE id = ?",
                                again.orElse(null),
                                one.id()));
    }

    /** What a mail says, and nothing else: the kind, the title, where it leads. */
    private static byte[] message(Due one) {
        return Json.createObjectBuilder()
                .add("kind", one.kind())
                .add("title", one.title())
                .add("href", one.href())
                .add("tag", one.name())
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Forgets what was sent long ago. */
    public void forget() {
        LocalDateTime before = Devices.utc(clock.instant().minus(KEPT));
        units.write(
                DatabaseSpace.platform(),
                unit ->
                        unit.update(
                                "DELETE FROM notice_push WHERE made_at < ? LIMIT 5000", before));
    }
}
