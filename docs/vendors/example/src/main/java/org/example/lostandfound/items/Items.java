package org.example.lostandfound.items;

import fr.preau.api.data.NewIds;
import fr.preau.api.event.Events;
import fr.preau.api.files.FileId;
import fr.preau.api.files.FileStore;
import fr.preau.api.page.PageOf;
import fr.preau.api.route.Caller;
import fr.preau.api.route.Refusal;
import fr.preau.api.school.Profile;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Entering what was found, and looking for what one has lost. */
public final class Items {

    private static final int LINES = 20;
    private static final int ON_THE_CARD = 3;

    private final EntityManager entities;
    private final FileStore files;
    private final Events events;
    private final NewIds ids;
    private final Clock clock;

    public Items(EntityManager entities, FileStore files, Events events, NewIds ids, Clock clock) {
        this.entities = entities;
        this.files = files;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    UUID newKey() {
        return ids.next();
    }

    /** Enters an item and tells the other modules, once for each form. */
    void enter(Caller caller, EnterInput input) {
        UUID id = input.key() == null ? ids.next() : input.key();
        if (entities.find(FoundItem.class, id) != null) {
            return;
        }
        FileId photo = input.photo() == null ? null : files.keep(input.photo()).id();
        FoundItem item =
                new FoundItem(
                        id,
                        input.what(),
                        input.place(),
                        input.foundOn(),
                        photo,
                        caller.person(),
                        clock.instant());
        entities.persist(item);
        events.publish(new ItemFound(id, item.what(), item.place(), item.foundOn()), id.toString());
    }

    /** The list for one reader: two statements. */
    ItemsPage list(Caller reader, ListInput input) {
        PageOf<FoundItem> found =
                PageOf.from(
                        waiting(input.pattern(), (input.number() - 1) * LINES, LINES + 1),
                        input.number(),
                        LINES);
        List<UUID> shown = found.items().stream().map(FoundItem::id).toList();
        ItemsPage.Reader can = can(reader.profile());
        Set<UUID> mine = can == ItemsPage.Reader.CLAIMS ? claimedBy(reader, shown) : Set.of();
        Map<UUID, Long> claims =
                can == ItemsPage.Reader.ENTERS_AND_RETURNS ? claims(shown) : Map.of();
        List<ItemsPage.Line> lines =
                found.items().stream()
                        .map(
                                item ->
                                        new ItemsPage.Line(
                                                item.id(),
                                                item.what(),
                                                item.place(),
                                                item.foundOn(),
                                                item.photo().isPresent(),
                                                mine.contains(item.id()),
                                                claims.getOrDefault(item.id(), 0L)))
                        .toList();
        return new ItemsPage(new PageOf<>(lines, found.number(), found.more()), input.words(), can);
    }

    /** One statement. */
    RecentCard recent() {
        return new RecentCard(
                waiting("%", 0, ON_THE_CARD).stream()
                        .map(
                                item ->
                                        new RecentCard.Line(
                                                item.id(),
                                                item.what(),
                                                item.foundOn(),
                                                item.photo().isPresent()))
                        .toList());
    }

    /** The photo of an item that waits. */
    FileId photo(@Nullable UUID id) {
        FoundItem item = id == null ? null : entities.find(FoundItem.class, id);
        if (item == null) {
            throw Refusal.notFound();
        }
        return item.photo().orElseThrow(Refusal::notFound);
    }

    private static ItemsPage.Reader can(Profile profile) {
        return switch (profile) {
            case STAFF -> ItemsPage.Reader.ENTERS_AND_RETURNS;
            case TEACHER -> ItemsPage.Reader.ENTERS;
            default -> ItemsPage.Reader.CLAIMS;
        };
    }

    private List<FoundItem> waiting(String pattern, int from, int count) {
        return entities.createNamedQuery("FoundItem.waiting", FoundItem.class)
                .setParameter("waiting", FoundItem.Fate.WAITING)
                .setParameter("words", pattern)
                .setFirstResult(from)
                .setMaxResults(count)
                .getResultList();
    }

    private Set<UUID> claimedBy(Caller reader, List<UUID> items) {
        if (items.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(
                entities.createNamedQuery("Claim.ofPerson", UUID.class)
                        .setParameter("person", reader.person().value())
                        .setParameter("items", items)
                        .getResultList());
    }

    private Map<UUID, Long> claims(List<UUID> items) {
        Map<UUID, Long> counts = new HashMap<>();
        if (!items.isEmpty()) {
            for (Object[] row :
                    entities.createNamedQuery("Claim.counts", Object[].class)
                            .setParameter("items", items)
                            .getResultList()) {
                counts.put((UUID) row[0], (Long) row[1]);
            }
        }
        return counts;
    }
}
