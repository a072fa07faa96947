package fr.preau.communication.safety;

import fr.preau.api.route.Caller;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Violations;
import fr.preau.api.safety.Closure;
import fr.preau.api.safety.Writing;
import fr.preau.api.school.Profile;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.communication.wording.Wording;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Stands on every road on which what somebody writes reaches others.
 *
 * <p>Pages ask it for the {@link #problems} to tell before anything is typed; whatever sends calls
 * {@link #admit} in the same transaction, so that no road is forgotten by a page.
 */
public final class WritingGuard {

    /** The field of {@link #problems}: it is nothing that was typed. */
    public static final String FIELD = "writing";

    private static final DateTimeFormatter IN_PARIS =
            DateTimeFormatter.ofPattern("EEEE d MMMM 'à' H 'h' mm", Locale.FRENCH)
                    .withZone(SchoolCalendar.ZONE);

    private final Writing writing;
    private final Bursts bursts;

    public WritingGuard(Writing writing, Bursts bursts) {
        this.writing = writing;
        this.bursts = bursts;
    }

    /** Why this person can't write now, in words for a page; none where they may. */
    public Violations problems(Caller writer) {
        return closed(writer.profile())
                .map(words -> Violations.of(FIELD, words))
                .orElseGet(Violations::none);
    }

    /**
     * The same for what is about to be sent, where it is also counted: an account that writes as
     * only a stolen one does is stopped here.
     *
     * @param act what tells it from others, 64 ASCII signs at most: the same again counts once
     * @param readers to how many people it would go
     */
    public Violations problemsOfSending(Caller writer, String act, int readers) {
        Violations closed = problems(writer);
        return closed.isEmpty() ? bursts.check(writer, act, readers) : closed;
    }

    /** Why people of this profile can't write now, in words for them. */
    public Optional<String> closed(Profile writer) {
        return writing.closedFor(writer).map(WritingGuard::words);
    }

    /**
     * When people of this profile could last write: now, or when it was closed to them, by the
     * first of the closings that followed each other. What they had scheduled for later waits until
     * it is open again.
     */
    public Instant lastOpen(Profile writer, Instant now) {
        return writing.closedSince(writer).filter(since -> since.isBefore(now)).orElse(now);
    }

    /**
     * Lets somebody's words out.
     *
     * @throws Refusal if that person can't write now
     */
    public void admit(Caller writer) {
        closed(writer.profile())
                .ifPresent(
                        words -> {
                            throw new Refusal(
                                    409,
                                    "writing-closed",
                                    Wording.of("writing.closed.title"),
                                    words);
                        });
        if (bursts.isStopped(writer.person())) {
            throw new Refusal(
                    409,
                    "account-stopped",
                    Wording.of("burst.title"),
                    Wording.of(Wording.to(writer.profile(), "burst.stopped")));
        }
    }

    /**
     * Counts what was let out and is no message: should it be one too many, it was the last.
     *
     * @param act what was let out: again, it counts once
     * @param readers to how many people it goes
     */
    public void count(Caller writer, UUID act, int readers) {
        bursts.count(writer, act.toString(), readers);
    }

    private static String words(Closure closure) {
        String by = Wording.of("writing.closed.by." + closure.by().name());
        Instant until = closure.until();
        return closure.notice()
                + " "
                + (until == null
                        ? Wording.of("writing.closed.open", by)
                        : Wording.of("writing.closed.until", by, IN_PARIS.format(until)));
    }
}
