package fr.preau.canteen.registration;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** The children that are registered at a place. */
public final class RegisteredChildren {

    /** As many as one statement asks for. */
    private static final int AT_ONCE = 500;

    private final EntityManager entities;

    public RegisteredChildren(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Those among these pupils, by their names.
     *
     * @param pupils as their collèges know them
     * @param last whoever begins later is left out
     */
    public List<RegisteredChild> of(Collection<UUID> pupils, LocalDate last) {
        List<UUID> all = pupils.stream().distinct().toList();
        return IntStream.range(0, (all.size() + AT_ONCE - 1) / AT_ONCE)
                .mapToObj(
                        part ->
                                all.subList(
                                        part * AT_ONCE, Math.min(all.size(), (part + 1) * AT_ONCE)))
                .flatMap(
                        some ->
                                entities.createNamedQuery(
                                                "ApplicationChild.decided", ApplicationChild.class)
                                        .setParameter("pupils", some)
                                        .setParameter("last", last)
                                        .getResultStream())
                .map(ApplicationChild::registered)
                .toList();
    }
}
