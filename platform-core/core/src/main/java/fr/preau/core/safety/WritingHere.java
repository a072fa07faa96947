package fr.preau.core.safety;

import fr.preau.api.safety.Closure;
import fr.preau.api.safety.Writing;
import fr.preau.api.school.Profile;
import fr.preau.core.tenancy.UnitsOfWork;
import java.time.Instant;
import java.util.Optional;

/** Answers for the collège of whatever unit of work this thread is in. */
public final class WritingHere implements Writing {

    private final UnitsOfWork units;
    private final WritingClosures closures;

    public WritingHere(UnitsOfWork units, WritingClosures closures) {
        this.units = units;
        this.closures = closures;
    }

    @Override
    public Optional<Closure> closedFor(Profile profile) {
        return closures.closedFor(units.current().space().uai(), profile);
    }

    @Override
    public Optional<Instant> closedSince(Profile profile) {
        return closures.closedSince(units.current().space().uai(), profile);
    }
}
