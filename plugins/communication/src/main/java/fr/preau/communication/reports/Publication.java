package fr.preau.communication.reports;

import fr.preau.api.route.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A kind of thing that is published to many, which readers report and the school takes away.
 *
 * <p>Each holds the row of the thing, so that what is reported is not changed meanwhile.
 */
public interface Publication {

    Evidence.Kind kind();

    /** What this reader is shown of it now; empty where it is not shown to them. */
    Optional<Shown> shownTo(Caller reader, UUID thing);

    /** The same for those who answer for the school, whoever it is for. */
    Optional<Shown> published(UUID thing);

    /** Where its author finds it once it was taken away, below the module. */
    String addressForAuthor(UUID thing);

    /** With what the keys of all notices begin that tell its readers of it. */
    List<String> toldAs(UUID thing);

    /** Takes it from all its readers; only {@link #giveBack} shows it to them again. */
    void withdraw(UUID thing, Instant now);

    /** Shows it to its readers again; one that is gone stays so. */
    void giveBack(UUID thing, Instant now);
}
