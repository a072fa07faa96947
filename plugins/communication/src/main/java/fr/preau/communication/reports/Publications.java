package fr.preau.communication.reports;

import fr.preau.api.route.Refusal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** All kinds of things that are published; filled while the module starts, and only read then. */
final class Publications {

    private final Map<Evidence.Kind, Publication> byKind = new EnumMap<>(Evidence.Kind.class);

    void add(Publication publication) {
        byKind.put(publication.kind(), publication);
    }

    Publication of(Evidence.Kind kind) {
        return Optional.ofNullable(byKind.get(kind)).orElseThrow(Refusal::notFound);
    }
}
